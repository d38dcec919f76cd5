import hashlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.domain.document import Document, document_id
from sayso.trace.reuse import MIN_SHARED, copies, shingle_rows

HARBOUR = (
    "Dock hands at the northern basin stopped work before dawn after a crane dropped "
    "a load of timber beside the ferry pier. Harbour staff fenced the quay and sent "
    "three trawlers back to sea while divers looked for damage below the waterline. "
    "No ferry sailed until the evening tide, and the island school stayed shut."
)
MARKET = (
    "The covered market opens an hour later from Monday, the council decided after a "
    "long debate about noise. Stallholders get a month to move their cold stores to "
    "the yard behind the fish hall, where new power lines were laid in the spring."
)
QUOTE = (
    "We were told to leave our tools where they lay and walk to the gate, and nobody "
    "would say why the alarm had gone on for so long or who had given the order to "
    "clear the sheds before the night shift was over"
)


def doc(text, name="a"):
    sha256 = hashlib.sha256(f"{name} {text}".encode()).hexdigest()
    return Document(
        id=document_id(sha256),
        uri=name,
        uris=(name,),
        sha256=sha256,
        size=len(text),
        media_type="text/plain",
        text=text,
    )


def join(table):
    """The join of the engine, in plain Python."""
    holders = {}
    for number, shingle in zip(table.document, table.shingle, strict=True):
        holders.setdefault(int(shingle), set()).add(int(number))
    shared = {}
    for together in holders.values():
        for left in together:
            for right in together:
                if left < right:
                    shared[left, right] = shared.get((left, right), 0) + 1
    kept = sorted(p for p, n in shared.items() if n >= MIN_SHARED)
    return {
        "left": np.array([p[0] for p in kept], np.int32),
        "right": np.array([p[1] for p in kept], np.int32),
        "shared": np.array([shared[p] for p in kept], np.int32),
    }


def found(*texts):
    documents = [doc(text, str(number)) for number, text in enumerate(texts)]
    return documents, copies(join(shingle_rows(documents)), documents)


def test_a_passage_taken_over_is_a_copy_with_both_stretches():
    passage = HARBOUR.split(". ", 1)[0]
    passage += ". " + HARBOUR.split(". ")[1]
    documents, [copy] = found(HARBOUR, f"{MARKET} {passage}. More tomorrow.")
    left, right = copy.left, copy.right
    shown = documents[1].text[right.start : right.end]
    assert documents[0].text[left.start : left.end] == shown
    assert shown.startswith("Dock hands")
    assert shown.endswith("waterline")


CLOSING = (
    "Write to the desk if you know more. Letters are read in the order in which they "
    "come, names are kept back on request, and nothing is given to anybody outside "
    "the house without the consent of whoever sent it."
)


def own(number):
    """A report of its own, thirty words that no other has."""
    return " ".join(f"word{number}x{place}" for place in range(60)) + "."


def standing_in(*texts):
    documents = [doc(text, str(number)) for number, text in enumerate(texts)]
    table = shingle_rows(documents)
    return copies(join(table), documents, table.standing())


def test_what_stands_under_every_report_makes_no_copies():
    few = [f"{own(n)} {CLOSING}" for n in range(3)]
    many = [f"{own(n)} {CLOSING}" for n in range(12)]
    assert len(standing_in(*few)) == 3
    assert standing_in(*many) == []


def test_a_copy_under_what_stands_everywhere_is_still_found():
    many = [f"{own(n)} {CLOSING}" for n in range(12)]
    taken = " ".join(own(3).split()[:40])
    found_ = standing_in(*many, f"{HARBOUR} {taken}. {CLOSING}")
    assert len(found_) == 1
    assert found_[0].shared >= 30


def test_a_story_that_many_print_is_itself_no_boilerplate():
    printed = [f"{own(n).split()[0]} {HARBOUR}" for n in range(12)]
    assert len(standing_in(*printed)) == 12 * 11 // 2


def test_unrelated_reports_are_no_copies():
    _, none = found(HARBOUR, MARKET)
    assert none == []


@pytest.mark.parametrize(("left", "right"), [("“", "”"), ('"', '"'), ("«", "»")])
def test_quoting_the_same_speaker_is_no_copy(left, right):
    quote = f"{left}{QUOTE}{right}"
    _, none = found(f"{HARBOUR} {quote}, a rigger said.", f"{MARKET} {quote}, he said.")
    assert none == []


def test_the_same_words_without_quotation_marks_are_a_copy():
    _, [copy] = found(f"{HARBOUR} {QUOTE}.", f"{MARKET} {QUOTE}.")
    assert copy.shared >= MIN_SHARED


def test_reports_of_one_wording_pair_with_the_first():
    documents, pairs = found(HARBOUR, HARBOUR.upper(), f"  {HARBOUR}\n", MARKET)
    assert [(p.left.document, p.right.document) for p in pairs] == [
        (documents[0].id, documents[1].id),
        (documents[0].id, documents[2].id),
    ]
    assert all(pair.containment == 1 for pair in pairs)


def test_a_story_printed_a_thousand_times_gets_one_row_set():
    documents = [doc(HARBOUR, str(n)) for n in range(1000)]
    table = shingle_rows(documents)
    assert set(table.document.tolist()) == {0}
    assert len(copies(join(table), documents)) == 999


def test_a_lightly_edited_short_item_is_a_copy():
    edited = HARBOUR.replace("northern", "old").replace("evening", "next")
    _, pairs = found(HARBOUR, edited)
    assert len(pairs) == 1


@pytest.mark.parametrize("text", ["", "?", "one two three", "“"])
def test_texts_without_five_words_give_nothing(text):
    _, none = found(text, text + "!", MARKET)
    assert all(pair.containment == 1 for pair in none)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["ab", "cd", "“", "”", '"', ".", "\n\n"]), max_size=60))
def test_any_text_can_be_compared_with_itself_and_a_longer_one(pieces):
    text = " ".join(pieces)
    documents, pairs = found(text, f"{text} {HARBOUR}", HARBOUR)
    lengths = {document.id: len(document.text) for document in documents}
    for pair in pairs:
        assert pair.left.end <= lengths[pair.left.document]
        assert pair.right.end <= lengths[pair.right.document]
        assert 0 <= pair.containment <= 1
