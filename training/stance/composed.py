"""Compose sentences of known stance from invented propositions.

usage: composed.py OUT.jsonl COUNT

The rumours teach how whole reports stand; they do not teach that a denial of a
denial asserts, that "knew nothing of it" denies no fact, or that a stronger or a
weaker claim settles nothing. These sentences do: a proposition of `frames.toml`, a
source and a way of reporting give the claim, the passage and the stance.
"""

import json
import random
import sys
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

ASSERTS, DENIES, UNCOMMITTED, UNRELATED = range(4)
SEED = 11

PEOPLE = (
    "a spokesman",
    "the minister",
    "Zabiullah Karimi",
    "General Nicholas Holt",
    "the ministry",
    "officials",
    "two people with knowledge of the matter",
    "a military analyst",
    "the newspaper",
    "The Harbour Times",
    "his lawyer",
    "police",
    "Anna Petrova",
    "the agency",
    "the commander",
    "one witness",
    "the foreign ministry",
    "a neighbour",
    "the company",
    "Mr. Sato",
    "intelligence agencies",
    "the mayor's office",
    "Dr. Amara Bello",
    "the NATO",
)
HOLDS = (
    "{S} said that {p}.",
    "{P}, {S} said.",
    "According to {S}, {p}.",
    "{S} confirmed that {p}.",
    "{S} told reporters that {p}.",
    "{S} insisted on Tuesday that {p}.",
    "{S} has admitted that {p}.",
    "{S} alleged that {p}.",
    "{S} claims {p}.",
    "{P}.",
    "It is a fact that {p}.",
    '"{P}," {S} said.',
    "{S} is sure that {p}.",
    "{S} believes that {p}.",
    "{S} accused those responsible: {p}.",
    "{S} revealed that {p}.",
    "{S} warned that {p}.",
    "There is no doubt, {S} said, that {p}.",
    "{S} reported that {p}.",
    "{S} acknowledged on Monday that {p}.",
    "{S} said it was true that {p}.",
    "{S} called it an open secret that {p}.",
    "{S} likely thinks that {p}.",
)
REJECTS = (
    "{S} denied that {p}.",
    "{S} rejected reports that {p}.",
    "It is not true that {p}, {S} said.",
    "{S} called it a lie that {p}.",
    "{S} dismissed the claim that {p} as fake and ridiculous.",
    "{S} insists that it is false that {p}.",
    "{S} refuted claims that {p}.",
    "The report that {p} is a hoax.",
    "The story that {p} turned out to be invented.",
    "{S} has denied all allegations that {p}.",
    "{S} said there was no evidence that {p} and called the story a fabrication.",
    "No, it is not the case that {p}.",
    "{S} ruled out that {p}.",
    "{S} disputed that {p}.",
    "{S} laughed off the rumour that {p}.",
    "{S} issued denials through a lawyer: in no way is it true that {p}.",
)
REJECTS_BEFORE = (
    "{P}, it was reported. {S} denied it.",
    "{P}, a paper wrote. {S} called the story absurd.",
    "A website said that {p}. {S} said the report was false.",
    "Rumour has it that {p}. The story is fake, {S} said.",
    'Some say that {p}. "That is nonsense," {S} said.',
    "{P}, a post claimed. It turned out to be a hoax.",
)
HOLDS_BEFORE = (
    "{P}, it was reported. {S} confirmed it.",
    "A website said that {p}. {S} said the report was correct.",
    'Some say that {p}. "That is true," {S} said.',
)
REJECTS_NOUN = (
    "{S} denied {n}.",
    "{S} dismissed {n} as an invention.",
    "{S} spoke of {n} as a fairy tale.",
    "There was no truth in {n}, {S} said.",
    "{S} rejected any talk of {n}.",
)
REJECTS_DOING = (
    "{A} denied {d}.",
    "{A} has always denied {d}.",
    "{A} rejected the accusation of {d}.",
)
OPEN = (
    "{S} declined to say whether {p}.",
    "{S} would neither confirm nor deny that {p}.",
    "{S} asked whether {p}.",
    "It is unclear whether {p}, {S} said.",
    "{S} is investigating whether {p}.",
    "{S} denied having any knowledge of whether {p}.",
    "{S} could not say if {p}.",
    "{S} demanded to know whether {p}.",
    "{S} had no comment on claims that {p}.",
    "If {p}, that would be grave, {S} said.",
    "{S} denied knowing anything about reports that {p}.",
)
OPEN_NOUN = (
    "{S} denied having any knowledge of {n}.",
    "{S} knew nothing of {n}.",
    "{S} was not told of {n}.",
    "{S} refused to comment on {n}.",
    "{S} was asked about {n}.",
    "{S} is looking into {n}.",
    "{S} has condemned {n}.",
    "{S} spoke about {n}.",
    "{S} denied having been briefed on {n}.",
)


@dataclass(frozen=True)
class Frame:
    """One proposition, filled."""

    says: list[str]
    nots: list[str]
    doing: list[str]
    noun: list[str]
    first: str
    second: str


def fill(frame: dict[str, list[str]], a: str, b: str) -> Frame:
    """Return the frame with its players."""
    made = {
        key: [text.replace("{A}", a).replace("{B}", b) for text in frame[key]]
        for key in ("says", "not", "doing", "noun")
    }
    return Frame(made["says"], made["not"], made["doing"], made["noun"], a, b)


DETAILS = (
    " in March",
    " last year",
    " on several occasions",
    " through a middleman",
    " in return for favours",
    ", according to a document",
    " and kept quiet about it",
    " at an inn by the sea",
    " with the help of two clerks",
    " for years",
    ", it has become known",
    " for about 90,000 euros",
)


def capital(text: str) -> str:
    """Return the text with a capital letter in front."""
    return text[:1].upper() + text[1:]


class Composer:
    """Draws claims and passages of known stance."""

    def __init__(self, families: list[dict], seed: int) -> None:
        self.families = families
        self.chance = random.Random(seed)

    def row(self) -> dict[str, str | int]:
        """Return one pair."""
        pick = self.chance
        family = pick.choice(self.families)
        a, b = pick.choice(family["A"]), pick.choice(family["B"])
        chosen, other = pick.sample(family["frame"], 2)
        frame = fill(chosen, a, b)
        kind = pick.choices(
            ("hold", "reject", "open", "near", "moved", "far"), (26, 29, 10, 26, 6, 3)
        )[0]
        flipped = pick.random() < 0.12
        claim = pick.choice(frame.nots if flipped else frame.says)
        frame = self.told(frame, family)
        passage, label = getattr(self, kind)(frame, claim, fill(other, a, b), family)
        if flipped and label in (ASSERTS, DENIES):
            label = DENIES if label == ASSERTS else ASSERTS
        return {
            "claim": capital(claim),
            "passage": self.surround(capital(passage)),
            "label": label,
            "part": "composed",
            "kind": "composed",
        }

    def told(self, frame: Frame, family: dict) -> Frame:
        """Return the frame as reports tell it: other names, a detail more."""
        swaps = []
        if self.chance.random() < 0.3:
            swaps.append((frame.first, self.chance.choice(family["also_A"])))
        if self.chance.random() < 0.25:
            swaps.append((frame.second, self.chance.choice(family["also_B"])))
        detail = self.chance.choice(DETAILS) if self.chance.random() < 0.3 else ""

        def tell(text: str, end: str = "") -> str:
            for name, other in swaps:
                text = text.replace(name, other)
            return text + end

        return replace(
            frame,
            says=[tell(text, detail) for text in frame.says],
            nots=[tell(text) for text in frame.nots],
            doing=[tell(text) for text in frame.doing],
            noun=[tell(text) for text in frame.noun],
        )

    def hold(self, frame: Frame, claim: str, *_: object) -> tuple[str, int]:
        """The source holds it, or rejects its opposite."""
        roll = self.chance.random()
        if roll < 0.15:
            return self.say(REJECTS, self.chance.choice(frame.nots)), ASSERTS
        forms = HOLDS_BEFORE if roll < 0.25 else HOLDS
        return self.say(forms, self.other(frame.says, claim)), ASSERTS

    def reject(self, frame: Frame, claim: str, *_: object) -> tuple[str, int]:
        """The source rejects it, or holds its opposite."""
        roll = self.chance.random()
        if roll < 0.40:
            return self.say(HOLDS, self.chance.choice(frame.nots)), DENIES
        if roll < 0.50:
            form = self.chance.choice(REJECTS_DOING)
            doing = self.chance.choice(frame.doing)
            return form.format(A=frame.first, d=doing), DENIES
        if roll < 0.60:
            return self.noun(REJECTS_NOUN, frame), DENIES
        forms = REJECTS_BEFORE if roll < 0.72 else REJECTS
        return self.say(forms, self.other(frame.says, claim)), DENIES

    def open(self, frame: Frame, claim: str, *_: object) -> tuple[str, int]:
        """The source leaves it open, or speaks of knowledge of it only."""
        if self.chance.random() < 0.45:
            return self.noun(OPEN_NOUN, frame), UNCOMMITTED
        return self.say(OPEN, self.other(frame.says, claim)), UNCOMMITTED

    def near(self, frame: Frame, _: str, near: Frame, family: dict) -> tuple[str, int]:
        """Same players, another proposition: settles nothing."""
        forms = (HOLDS, HOLDS, REJECTS, OPEN)
        if self.chance.random() < 0.5:
            text = self.chance.choice(family["near"])
            text = text.replace("{A}", frame.first).replace("{B}", frame.second)
            return self.say(self.chance.choice(forms), text), UNCOMMITTED
        forms = self.chance.choice((HOLDS, HOLDS, REJECTS, OPEN))
        texts = near.says if self.chance.random() < 0.8 else near.nots
        return self.say(forms, self.chance.choice(texts)), UNCOMMITTED

    def moved(
        self, frame: Frame, claim: str, near: Frame, family: dict
    ) -> tuple[str, int]:
        """The same act by another player: settles nothing."""
        a = self.chance.choice([x for x in family["A"] if x != frame.first])
        texts = [t.replace(frame.first, a) for t in frame.says if frame.first in t]
        if not texts:
            return self.near(frame, claim, near, family)
        forms = self.chance.choice((HOLDS, HOLDS, REJECTS))
        return self.say(forms, self.chance.choice(texts)), UNCOMMITTED

    def far(self, _: Frame, __: str, ___: Frame, family: dict) -> tuple[str, int]:
        """Another affair altogether."""
        strange = self.chance.choice([f for f in self.families if f is not family])
        a, b = self.chance.choice(strange["A"]), self.chance.choice(strange["B"])
        frame = fill(self.chance.choice(strange["frame"]), a, b)
        forms = self.chance.choice((HOLDS, REJECTS, OPEN))
        return self.say(forms, self.chance.choice(frame.says)), UNRELATED

    def other(self, texts: list[str], claim: str) -> str:
        """Return a paraphrase, mostly not the claim's own words."""
        rest = [text for text in texts if text != claim]
        return claim if self.chance.random() < 0.2 else self.chance.choice(rest)

    def say(self, forms: tuple[str, ...], text: str) -> str:
        """Report a proposition."""
        source = self.chance.choice(PEOPLE)
        form = self.chance.choice(forms)
        return form.format(S=source, p=text, P=capital(text))

    def noun(self, forms: tuple[str, ...], frame: Frame) -> str:
        """Report a thing."""
        source = self.chance.choice(PEOPLE)
        return self.chance.choice(forms).format(
            S=source, n=self.chance.choice(frame.noun)
        )

    def surround(self, passage: str) -> str:
        """Put an unrelated sentence in front of some, as reports do."""
        if self.chance.random() < 0.2:
            family = self.chance.choice(self.families)
            a, b = self.chance.choice(family["A"]), self.chance.choice(family["B"])
            frame = fill(self.chance.choice(family["frame"]), a, b)
            passage = f"{capital(self.noun(OPEN_NOUN, frame))} {passage}"
        return passage


def main(out: str, count: str) -> None:
    """Write `count` pairs."""
    frames = tomllib.loads(
        (Path(__file__).parent / "frames.toml").read_text(encoding="utf-8")
    )
    composer = Composer(frames["family"], SEED)
    with Path(out).open("w", encoding="utf-8") as lines:
        for _ in range(int(count)):
            lines.write(json.dumps(composer.row(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
