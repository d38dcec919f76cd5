"""Whether a sentence is about a claim: it shares words that tell with the claim."""

import re
from functools import cache

from sayso.lexicon.loader import load_toml
from sayso.text.segment import WORD, Range, sentences

_SUFFIX = re.compile(r"(?:['’]s|ing|ed|es|s|e)$")
_LEAST = 3
"""Letters of a word that can tell anything."""


class Topic:
    """The words of one claim, ready to be looked for."""

    def __init__(self, proposition: str) -> None:
        """Take the telling words of the claim."""
        self._words = matter(proposition)

    def shared(self, text: str) -> int:
        """Return how many telling words of the claim stand in `text`."""
        return len(self._words & matter(text))

    def names(self, name: str) -> bool:
        """Tell whether the claim is about the bearer of `name`."""
        words = matter(name)
        return bool(words) and words <= self._words


class Page:
    """One report cut into sentences, with how much each shares with a claim."""

    def __init__(self, text: str, topic: Topic) -> None:
        """Cut the report and compare every sentence with the claim."""
        self.sentences = sentences(text)
        self._shared = [topic.shared(text[start:end]) for start, end in self.sentences]

    def place(self, at: int) -> int:
        """Return the number of the sentence at code point `at`."""
        return max(0, sum(1 for start, _ in self.sentences if start <= at) - 1)

    def about(self, where: Range, least: int = 1) -> bool:
        """Tell whether the sentence at `where`, or the one before, is about the claim.

        Args:
            where: any stretch of the sentence.
            least: telling words the two must share with the claim together.
        """
        return self.shared(where) >= least

    def shared(self, where: Range) -> int:
        """Return how many telling words a sentence and the one before share with it."""
        if not self.sentences:
            return 0
        place = self.place(where[0])
        return sum(self._shared[max(0, place - 1) : place + 1])


def matter(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that name something."""
    found = (m.group().casefold() for m in WORD.finditer(text))
    return frozenset(
        _SUFFIX.sub("", word)
        for word in found
        if len(word) >= _LEAST and word not in _stop_words()
    )


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(load_toml("search")["stop_words"])
