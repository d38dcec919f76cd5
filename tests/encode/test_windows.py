from hypothesis import given
from hypothesis import strategies as st

from sayso.encode.tokens import pieces
from sayso.encode.windows import CORE, MARGIN, windows
from sayso.text.segment import sentences

SENTENCE = "The clerk said that the ledger had been altered twice before noon. "


def cut_up(text):
    cut = pieces(text)
    return cut, windows(text, cut, sentences(text))


@given(
    st.lists(
        st.sampled_from([SENTENCE, "No.\n\n", "Why? ", "a" * 400, "\n", "x, y; z "]),
        max_size=60,
    )
)
def test_every_piece_lies_in_exactly_one_core(parts):
    cut, found = cut_up("".join(parts))
    decided = [i for w in found for i in range(w.core_start, w.core_end)]
    assert decided == list(range(len(cut.ids)))
    assert all(w.start <= w.core_start < w.core_end <= w.end for w in found)
    assert all(w.core_end - w.core_start <= CORE for w in found)
    assert all(w.end - w.start <= CORE + 2 * MARGIN for w in found)


def test_margins_show_whole_neighbouring_sentences():
    text = SENTENCE * 60
    cut, found = cut_up(text)
    begins = {s for s, _ in sentences(text)}
    assert len(found) > 3
    assert all(cut.starts[w.start] in begins for w in found)
    assert found[1].start < found[1].core_start
    assert found[0].end > found[0].core_end


def test_a_full_core_closes_at_a_paragraph():
    text = (SENTENCE * 9 + "\n\n") * 4
    cut, found = cut_up(text)
    paragraph_starts = {0} | {
        i
        for i in range(1, len(cut.ids))
        if "\n" in text[cut.ends[i - 1] : cut.starts[i]]
    }
    assert {w.core_start for w in found} == paragraph_starts


def test_no_text_gives_no_windows():
    assert cut_up("")[1] == []
    assert cut_up(" \n\n ")[1] == []
