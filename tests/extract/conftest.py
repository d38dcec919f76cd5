import pytest

from sayso.extract.attributions import extract
from tests.extract.fake import FakeEncoder, document


@pytest.fixture
def read():
    """Give the attributions of a text with the encoder's part written by hand."""

    def run(text, *attributions):
        found = extract(document(text), FakeEncoder(*attributions))

        def words(role):
            return " … ".join(text[s.start : s.end] for s in role)

        return [(a, words(a.source), words(a.cue), words(a.content)) for a in found]

    return run
