import pytest

from sayso.domain.attribution import Act, Certainty
from sayso.extract.cues import Effect, Negated, known, read_cue
from sayso.lexicon.loader import load_toml


def entries():
    for row in load_toml("cues")["meaning"]:
        for words in row["words"].split(","):
            if words.strip():
                yield " ".join(words.split()), row["name"]


def test_no_entry_has_two_meanings():
    listed = [entry for entry, _ in entries()]
    assert len(listed) == len(set(listed))


def test_the_lexicon_is_broad():
    assert len(list(entries())) > 1500


@pytest.mark.parametrize("row", load_toml("cues")["meaning"], ids=lambda r: r["name"])
def test_every_meaning_uses_known_values(row):
    Effect(row["effect"])
    Certainty(row["certainty"])
    Act(row["act"])
    Negated(row.get("negated", "silent"))
    Act(row["infinitive"]) if row.get("infinitive", "same") != "same" else None


@pytest.mark.parametrize(
    ("cue", "entry"),
    [
        ("made it very clear", "make clear"),
        ("issued a statement denying", "deny"),
        ("sought to dismiss", "dismiss"),
        ("said in an interview", "say"),
        ("sent out a notice announcing that", "announce"),
        ("was asked about", "ask"),
        ("will rule out", "rule out"),
    ],
)
def test_the_telling_word_is_found(cue, entry):
    assert " ".join(read_cue(cue.split()).entry).endswith(entry)


def test_an_unlisted_cue_counts_as_saying():
    reading = read_cue(["zzgrfl"])
    assert not known(["zzgrfl"])
    assert reading.meaning.plain
    assert reading.entry == ()


def test_two_negations_cancel():
    assert read_cue(["not", "say"]).negated
    assert not read_cue(["not", "say"], ["never"]).negated
