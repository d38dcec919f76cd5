"""Measure asking on rumours, without the store and the command line.

usage: measure.py RUMOURS_FOLDER [--parts 0 ...] [--cache FILE] [--draws N]

Does what the scorer of the task does (mean average precision of the listed reports,
F1 of each stance over the related ones), on headlines of fold 0 of
`training/stance/rumours.py` unless told otherwise. For weights that were trained with
`--hold 0` throughout that is new ground; for those that ship it is not, so their
figures here only show that nothing broke, and `training/stance/verdict.py` has the
yardstick for stances. Several draws of headlines make the figures steadier. The
analysed reports are kept in the cache file, since analysing takes minutes and asking
seconds.
"""

import argparse
import collections
import hashlib
import pickle
import statistics
import sys
import time
from pathlib import Path

from sayso.domain.attribution import Attribution
from sayso.domain.document import Document, document_id
from sayso.domain.ids import DocumentId
from sayso.encode.pairs import PairEncoder
from sayso.encode.roles import RoleEncoder
from sayso.encode.similarity import SentenceEncoder
from sayso.extract.attributions import extract
from sayso.link.ask import ask
from sayso.link.corpus import Encoders
from sayso.link.index import DocumentIndex, index_document

sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "stance"))
import rumours

STANCES = ("asserts", "denies", "uncommitted")
HEADLINES, OTHERS = 40, 200
Analysed = tuple[Document, list[Attribution], DocumentIndex]


class Memory:
    """Some analysed reports as a corpus."""

    def __init__(self, reports: dict[str, Analysed]) -> None:
        self.by_id = {report[0].id: report for report in reports.values()}

    def indexes(self) -> list[DocumentIndex]:
        """Return all indexes."""
        return [index for _, _, index in self.by_id.values()]

    def documents(self, ids: list[DocumentId]) -> list[Document]:
        """Return these reports."""
        return [self.by_id[i][0] for i in ids]

    def attributions(self, ids: list[DocumentId]) -> list[Attribution]:
        """Return what is said in these reports."""
        return [a for i in ids for a in self.by_id[i][1]]


def analyse(texts: dict[str, str], cache: Path) -> dict[str, Analysed]:
    """Return the analysed reports, from the cache where there is one."""
    if cache.exists():
        return pickle.loads(cache.read_bytes())  # noqa: S301 - written by this script
    roles, sentences = RoleEncoder.load(), SentenceEncoder.load()
    made = {}
    for body, text in texts.items():
        raw = text.encode()
        digest = hashlib.sha256(raw).hexdigest()
        report = Document(
            id=document_id(digest),
            uri=body,
            uris=(body,),
            sha256=digest,
            size=len(raw),
            media_type="text/plain",
            text=text,
        )
        said = extract(report, roles)
        made[body] = (report, said, index_document(report, said, sentences))
    cache.write_bytes(pickle.dumps(made))
    return made


def sample(
    data: rumours.Rumours, parts: list[str], draw: int
) -> tuple[list[str], list[str]]:
    """Return headlines to ask, and the bodies of the case they are asked of."""

    def key(text: str) -> str:
        return hashlib.sha256(f"{draw}{text}".encode()).hexdigest()

    usable = [h for h in data.headlines(*parts) if len(data.related[h]) >= 3]
    usable.sort(key=key)
    denied = [h for h in usable if 1 in data.related[h].values()]
    rest = [h for h in usable if h not in set(denied)]
    chosen = (denied[: HEADLINES // 2] + rest)[:HEADLINES]
    keep = {body for h in chosen for body in data.related[h]}
    others = sorted(
        (
            body
            for body in data.texts
            if body not in keep
            and ("b", body) in data.home
            and data.part(("b", body)) != "measured"
        ),
        key=key,
    )
    return chosen, [*sorted(keep), *others[:OTHERS]]


def average_precision(data: rumours.Rumours, headline: str, listed: list[str]) -> float:
    """Score a listing; reports on the same rumour by other headlines are skipped."""
    related = data.related[headline]
    kin = {
        body
        for bodies in data.related.values()
        if set(bodies) & set(related)
        for body in bodies
    } - set(related)
    hits, total = 0, 0.0
    for rank, body in enumerate((b for b in listed if b not in kin), 1):
        if body in related:
            hits += 1
            total += hits / rank
    return total / len(related)


class Tally:
    """Counts what was listed, and on which side."""

    def __init__(self, data: rumours.Rumours) -> None:
        self.data = data
        self.counts: collections.Counter[tuple[str, str]] = collections.Counter()
        self.precisions: list[float] = []
        self.strange = 0

    def add(self, headline: str, listed: list[tuple[str, str]]) -> None:
        """Count one answer: bodies with their stances, in order."""
        order = [body for body, _ in listed]
        self.precisions.append(average_precision(self.data, headline, order))
        got = dict(listed)
        home = self.data.home["h", headline]
        self.strange += sum(self.data.home["b", body] != home for body in got)
        for body, code in self.data.related[headline].items():
            self.counts[STANCES[code], "gold"] += 1
            if body in got:
                self.counts[got[body], "predicted"] += 1
                self.counts[STANCES[code], "hit"] += got[body] == STANCES[code]

    def f1(self, stance: str) -> float:
        """Return F1 of one stance in percent."""
        both = self.counts[stance, "predicted"] + self.counts[stance, "gold"]
        return 200 * self.counts[stance, "hit"] / both if both else 0.0

    def report(self) -> None:
        """Print the figures."""
        scores = {stance: round(self.f1(stance), 1) for stance in STANCES}
        print(f"MAP {100 * statistics.mean(self.precisions):.1f}", scores)
        print(f"macro-F1 {statistics.mean(scores.values()):.1f}")
        strange = self.strange / len(self.precisions)
        print(f"reports of other rumours listed: {strange:.2f} a question")


def main() -> None:
    """Ask all headlines of all draws and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rumours", type=Path)
    parser.add_argument("--parts", nargs="+", default=["0"])
    parser.add_argument("--cache", type=Path, default=Path("training/out/ask.pickle"))
    parser.add_argument("--draws", type=int, default=2)
    args = parser.parse_args()
    data = rumours.load(args.rumours)
    reports = analyse(data.texts, args.cache)
    encoders = Encoders(sentences=SentenceEncoder.load(), pairs=PairEncoder.load())
    tally, seconds = Tally(data), []
    for draw in range(args.draws):
        headlines, bodies = sample(data, args.parts, draw)
        corpus = Memory({body: reports[body] for body in bodies})
        names = collections.defaultdict(list)
        for body in bodies:
            names[reports[body][0].id].append(body)
        for headline in headlines:
            start = time.perf_counter()
            found = ask(headline, corpus, encoders).documents
            seconds.append(time.perf_counter() - start)
            tally.add(
                headline, [(b, str(d.stance)) for d in found for b in names[d.document]]
            )
    tally.report()
    print(f"{statistics.mean(seconds):.2f} s a question")


if __name__ == "__main__":
    main()
