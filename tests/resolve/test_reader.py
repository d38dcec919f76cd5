from sayso.resolve.cast import Cast
from sayso.resolve.page import Page
from sayso.resolve.reader import SourceReader
from sayso.resolve.source import read_source
from tests.resolve.conftest import make_attribution, make_document


def resolve(text, *sources):
    """Resolve sources, each its last occurrence; the names for the last of them."""
    document, page = make_document(text), Page(text)
    places = [(text.rindex(s), text.rindex(s) + len(s)) for s in sources]
    said = [make_attribution(document, [place]) for place in places]
    reader = SourceReader(Cast(page), said)
    found = []
    for attribution, place in zip(said, places, strict=True):
        found = reader.resolve(attribution, read_source(page, *place))
    return [max(figure.forms, key=len) for _span, figure in found]


def test_who_spoke_last_goes_on():
    text = "Otto Reed met Karl Pike. It is late, said Reed. Pike left. No, he said."
    assert resolve(text, "Reed", "he") == ["Otto Reed"]


def test_pronouns_between_sources_keep_a_figure_in_mind():
    text = "Anna Holm won. She wept. They cheered for Lena Berg. She ran. No, she said."
    assert resolve(text, "she") == ["Anna Holm"]


def test_they_are_both_of_a_pair():
    text = "Anna Holm and Karl Pike came. Then they said no."
    assert resolve(text, "they") == ["Anna Holm", "Karl Pike"]


def test_who_is_the_noun_before_it():
    text = "Karl Pike met a voter who said no."
    assert resolve(text, "who") == ["a voter"]


def test_who_is_the_name_that_an_apposition_renames():
    text = "They asked Anna Holm, a former clerk who said no."
    assert resolve(text, "who") == ["Anna Holm"]


def test_somebody_told_apart_is_somebody_new():
    text = "It is late, said an official. It rained. The second official wept."
    text += " No, he said."
    assert resolve(text, "an official", "he") == ["The second official"]


def test_nobody_is_quoted_around_i():
    assert resolve("Then I said no.", "I") == []
