"""Hide credits in planted derivation graphs, and see what the count makes of it.

usage: planted.py [--cases 200] [--json]

Every case is drawn: persons who know, outlets that heard them, outlets that repeat
those outlets, each report two or three sentences of our own. A share of the credits is
then left out, as reporters leave them out, and a report that credits nobody remains.
The statements are given as they stand; only the tracing is measured. Beside the range
of sayso stands the count of all roots of the graph that is left.
"""

import argparse
import hashlib
import json
import random
import statistics
from dataclasses import dataclass, field

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.claim import Bearing, Claim, DocumentStance, Orientation, Stance
from sayso.domain.document import Document, document_id
from sayso.domain.ids import ActorId, ClaimId
from sayso.domain.span import Span
from sayso.trace.evidence import TraceInput
from sayso.trace.origins import trace

CLAIM = Claim(id=ClaimId("clm-planted"), proposition="the reservoir wall cracked")
SAID = "the reservoir wall cracked"
FIRST = ("Ada", "Otto", "Ines", "Jonas", "Mira", "Viktor", "Lena", "Pavel", "Rosa")
LAST = ("Lind", "Brandt", "Vogt", "Kelm", "Arden", "Sorel", "Falk", "Moravec", "Dahl")
TOWNS = ("Aldmoor", "Lowland", "Easthaven", "Northvale", "Stonebridge", "Riverton")
PAPERS = ("Gazette", "Courier", "Herald", "Observer", "Tribune", "Chronicle")
HIDDEN = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
MOST_ORIGINS, MOST_REPORTS = 4, 12


@dataclass
class Planted:
    """One case with what is true of it."""

    origins: int
    credits: int = 0
    shown: int = 0
    bare: int = 0
    roots: set[str] = field(default_factory=set)
    documents: dict[str, Document] = field(default_factory=dict)
    said: dict[str, list[Attribution]] = field(default_factory=dict)
    actors: dict[ActorId, Actor] = field(default_factory=dict)
    bearings: list[Bearing] = field(default_factory=list)


def plant(draw: random.Random, hidden: float) -> Planted:
    """Return a case in which each credit is left out with probability `hidden`."""
    people = draw.sample([f"{a} {b}" for a in FIRST for b in LAST], MOST_ORIGINS)
    papers = draw.sample([f"{a} {b}" for a in TOWNS for b in PAPERS], MOST_REPORTS)
    case = Planted(origins=draw.randint(1, MOST_ORIGINS))
    reports = draw.randint(case.origins, MOST_REPORTS)
    heard: list[tuple[str, str]] = []
    for number, paper in enumerate(papers[:reports]):
        first_hand = number < case.origins or draw.random() < 1 / 4
        if first_hand:
            person = people[number % case.origins]
            _write(case, draw, hidden, paper, person, None)
        else:
            through, person = draw.choice(heard)
            _write(case, draw, hidden, paper, person, through)
        heard.append((paper, person))
    return case


def _write(
    case: Planted,
    draw: random.Random,
    hidden: float,
    paper: str,
    person: str,
    through: str | None,
) -> None:
    """Add a report of `paper`, from `person`, perhaps through another paper."""
    shown = draw.random() >= hidden
    named = draw.random() >= hidden if through else False
    case.credits += 1 + (through is not None)
    case.shown += shown + named
    lines: list[str] = []
    if shown and through and named:
        lines.append(f"{person} told the {through} that {SAID}.")
    elif shown:
        lines.append(f"{person} said {SAID}.")
    elif named:
        lines.append(f"{SAID.capitalize()}, the {through} reported.")
    else:
        lines.append(f"{SAID.capitalize()} early on Tuesday.")
        case.bare += 1
    if shown:
        case.roots.add(person)
    elif named:
        case.roots.add(str(through))
    lines.append(f"Nobody was hurt, and work went on, writes our desk in {paper}.")
    _add(case, paper, " ".join(lines), person if shown else None)


def _add(case: Planted, paper: str, text: str, person: str | None) -> None:
    """Put a report into the case, with what `person` says in it, if anybody."""
    document = _document(paper, text)
    case.documents[document.id] = document
    case.said[document.id] = []
    if person is not None:
        _let_say(case, document, person)


def _document(paper: str, text: str) -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=document_id(sha256),
        uri=paper,
        uris=(paper,),
        sha256=sha256,
        size=len(text),
        media_type="text/plain",
        text=text,
        publisher=paper,
        language="en",
    )


def _let_say(case: Planted, document: Document, person: str) -> None:
    actor = ActorId(f"act-{person}")
    case.actors[actor] = Actor(
        id=actor, name=person, names=(person,), kind=ActorKind.PERSON
    )
    at = document.text.index(SAID)

    def span(start: int, end: int) -> tuple[Span, ...]:
        return (Span(document=document.id, start=start, end=end),)

    source, content = span(0, len(person)), span(at, at + len(SAID))
    cue = span(len(person) + 1, len(person) + 5)
    made = Attribution(
        id=attribution_id(document.id, source, cue, content),
        document=document.id,
        source=source,
        cue=cue,
        content=content,
        style=Style.INDIRECT,
        polarity=Polarity.HOLDS,
        certainty=Certainty.CERTAIN,
        act=Act.ASSERT,
        confidence=1.0,
        actor=actor,
    )
    case.said[document.id].append(made)
    case.bearings.append(
        Bearing(
            claim=CLAIM.id,
            attribution=made.id,
            orientation=Orientation.SAME,
            stance=Stance.ASSERTS,
            relevance=1.0,
        )
    )


def count(case: Planted) -> tuple[int, int, int]:
    """Return low and high end, and how many reports stay unresolved."""
    stances = [
        DocumentStance(
            claim=CLAIM.id,
            document=document.id,
            stance=Stance.ASSERTS,
            relevance=1.0,
        )
        for document in case.documents.values()
    ]
    evidence = TraceInput(
        documents={d.id: d for d in case.documents.values()},
        attributions={d.id: case.said[d.id] for d in case.documents.values()},
        actors=case.actors,
    )
    found = trace(CLAIM, case.bearings, stances, evidence).asserting
    return found.low, found.high, len(found.unresolved)


def main() -> None:
    """Print one row a share of hidden credits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    table = []
    for hidden in HIDDEN:
        draw = random.Random(7)  # noqa: S311 - draws cases, keeps no secret
        errors, inside, every, recall, articles = [], [], [], [], []
        for _ in range(given.cases):
            case = plant(draw, hidden)
            low, high, _ = count(case)
            errors.append(abs((low + high) / 2 - case.origins))
            inside.append(low <= case.origins <= high)
            every.append(abs(len(case.roots) + case.bare - case.origins))
            articles.append(abs(len(case.documents) - case.origins))
            recall.append(case.shown / case.credits)
        table.append(
            {
                "hidden": hidden,
                "edge_recall": round(statistics.mean(recall), 2),
                "error": round(statistics.mean(errors), 2),
                "inside": round(100 * statistics.mean(inside)),
                "all_roots_error": round(statistics.mean(every), 2),
                "articles_error": round(statistics.mean(articles), 2),
            }
        )
    if given.json:
        print(json.dumps(table))
        return
    print(*table[0], sep="\t")
    for row in table:
        print(*row.values(), sep="\t")


if __name__ == "__main__":
    main()
