"""Plant refutations and confirmations into excerpts of the training rumours.

usage: planted.py PAIRS.jsonl OUT.jsonl COUNT

Denials are one pair in twenty and come from few rumours, so a model learns the
rumours rather than the words of denial. Here a report that asserted or discussed
its headline is made to refute it by a sentence that would refute it in any report;
as a control, others get the refutation of another affair, which changes nothing,
and headlines are turned round, which swaps the sides.
"""

import json
import random
import re
import sys
from pathlib import Path

from sayso.link.verdict import REFUTING

ASSERTS, DENIES, UNCOMMITTED, UNRELATED = range(4)
SEED = 13
GAP = " … "
WHO = (
    "police",
    "a spokeswoman",
    "the family",
    "his agent",
    "the ministry",
    "officials",
    "the company",
    "local reporters",
    "a fact-checking site",
    "the hospital",
    "the man himself",
    "her publicist",
    "the mayor",
    "the army",
    "a government source",
    "the network",
    "the team",
    "an investigator",
    "the author",
    "the embassy",
)
REFUTES = (
    "But the story is false.",
    "The story is a hoax, {w} said.",
    "It never happened.",
    "But {w} denied the report.",
    "There is no truth to it, {w} said.",
    '{W} called the report "absolutely untrue".',
    "None of this is true.",
    "It turned out to be a hoax.",
    "The report was made up, {w} said.",
    "The site that first ran it is known for satire.",
    "That claim has been debunked.",
    "{W} dismissed the rumour as nonsense.",
    "Contrary to reports, nothing of the sort happened.",
    "{W} later admitted that the whole thing was a prank.",
    "Don't believe it: the story is fake.",
    "The picture turned out to be digitally altered.",
    "The video is years old and shows something else.",
    "The paper has since retracted its story.",
    "{W} said no such thing had taken place.",
    "{W} said the reports were wrong.",
    "The claim is not true, according to {w}.",
    "{W} denies it.",
    "It was all a misunderstanding, {w} explained.",
    "The rumour was started by a fake news site.",
    "A closer look shows that it was staged.",
    '"That is simply not the case," {w} said.',
    "{W} shot down the rumour.",
    "There is no evidence whatsoever that this happened, {w} said.",
    "In fact, {w} said, it is the other way round.",
    "The story has been exposed as a fabrication.",
    "{W} refuted the claim.",
    "But that is almost certainly not true.",
    "It didn't happen, {w} said.",
    "That, it turns out, was false.",
    '"This is a total lie," {w} said.',
    "{W} rejected the allegation.",
)
CONFIRMS = (
    "{W} confirmed the report.",
    "{W} said it was true.",
    "It is official, {w} said.",
    "{W} has verified the account.",
    "{W} acknowledged that it had happened.",
    "Documents seen by reporters prove it.",
    "There is no longer any doubt, {w} said.",
)
ELSEWHERE = (
    "{W} denied a separate report about his taxes.",
    "An unrelated rumour about a wedding proved false.",
    "{W} denied any link to the fire last year.",
    "Last month {w} dismissed rumours of a merger as fake.",
    "{W} has denied wrongdoing in another case.",
    "A different video that went viral in May was a hoax.",
    "{W} rejected criticism of its budget.",
    "{W} declined to comment.",
    "{W} denied being slow to respond.",
    "{W} refused to give further details.",
)
TURNED = (
    "No, it is not true that {h}",
    "{H}? No, that is false",
    "{H}: it's a hoax",
    "It is false that {h}",
    "Fake report: {H}",
    "{H}, officials deny",
)

JUDGING = REFUTING
"""Headlines with these words may refute already; what they turn into is unsure."""

Row = dict[str, str | int]


def plant(row: Row, chance: random.Random) -> Row | None:
    """Return a changed copy of a related pair, or None where none can be made."""
    label = int(row["label"])
    headline = str(row["claim"])
    if set(re.findall(r"[a-z']+", headline.casefold())) & JUDGING:
        return None
    roll = chance.random()
    if roll < 0.4 and label in (ASSERTS, UNCOMMITTED):
        return changed(row, insert(row, REFUTES, chance), DENIES)
    if roll < 0.5 and label == UNCOMMITTED:
        return changed(row, insert(row, CONFIRMS, chance), ASSERTS)
    if roll < 0.8:
        return changed(row, insert(row, ELSEWHERE, chance), label)
    form = chance.choice(TURNED)
    turned = form.format(H=headline, h=headline[:1].lower() + headline[1:])
    swapped = {ASSERTS: DENIES, DENIES: ASSERTS}.get(label, label)
    return changed(row, str(row["passage"]), swapped) | {"claim": turned}


def insert(row: Row, forms: tuple[str, ...], chance: random.Random) -> str:
    """Put one of the sentences after a random sentence of the excerpt."""
    who = chance.choice(WHO)
    sentence = chance.choice(forms).format(w=who, W=who[:1].upper() + who[1:])
    parts = str(row["passage"]).split(GAP)
    # Room for it: the model sees no more than it would of the untouched excerpt.
    if len(parts) > 2:
        parts.pop(chance.randrange(1, len(parts)))
    at = chance.randint(1, len(parts))
    if chance.random() < 0.5:
        parts[at - 1] = f"{parts[at - 1]} {sentence}"
    else:
        parts.insert(at, sentence)
    return GAP.join(parts)


def changed(row: Row, passage: str, label: int) -> Row:
    """Return the row with another passage and label."""
    return {**row, "passage": passage, "label": label, "kind": "planted"}


def main(pairs: str, out: str, count: str) -> None:
    """Write `count` planted pairs, every rumour with the same chance."""
    chance = random.Random(SEED)
    by_headline: dict[str, list[Row]] = {}
    for line in Path(pairs).read_text(encoding="utf-8").split("\n")[:-1]:
        row = json.loads(line)
        if row["kind"] == "rumour" and row["part"] != "measured":
            by_headline.setdefault(row["claim"], []).append(row)
    headlines = sorted(by_headline)
    made = 0
    with Path(out).open("w", encoding="utf-8") as lines:
        while made < int(count):
            row = plant(chance.choice(by_headline[chance.choice(headlines)]), chance)
            if row:
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
                made += 1


if __name__ == "__main__":
    main(*sys.argv[1:])
