"""One document as tokens that know their sentence, their case and their quotes."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from sayso.resolve.words import fold, given_names, word_list
from sayso.text.segment import Range, paragraphs, sentences, words

_POSSESSIVE = re.compile(r"(?:['’][sS]|(?<=[sS])['’])$")
_CASELESS = 0.6
"""Share of capitals among letters from which a text is taken to be all capitals; plain
English prose lies below .08, and headlines in title case below .3."""
_HEADING = 0.6
"""Share of capitalised words from which a line without a verb's punctuation is a
heading, where capitals show nothing about names."""
_STOPPED_HEADING = 0.9
"""The same for a line that ends with a full stop, as some feeds write headlines."""
_SHORTEST = 5
"""Words up to which a line with a full stop is too short to be judged a heading."""
_MARK = re.compile(r"\"|''|[“«„”»]")
_SINGLE = re.compile(r"(?<!\w)[‘'][^\n]{15,}?[,.?!…][’'](?!\w)")
"""A quotation in single marks; the full stop or comma before the closing mark, and
its length, tell it from an apostrophe."""
_ASIDE_LENGTH = 0.4
"""What a quoted sentence counts for between a pronoun and whom it means."""
_OPENERS, _CLOSERS = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the page, without its possessive ending.

    Attributes:
        folded: lower case, no accents or full stops.
        possessive: whether `'s` or `'` follows.
        sentence: index of its sentence; tokens of headings have one too.
        quoted: whether it stands between double quotation marks.
    """

    start: int
    end: int
    text: str
    folded: str
    possessive: bool
    sentence: int
    quoted: bool

    @property
    def capital(self) -> bool:
        """Tell whether the word starts with a capital letter."""
        return self.text[:1].isupper()


class Page:
    """The text of one document, prepared for finding names and antecedents."""

    def __init__(self, text: str) -> None:
        """Keep the text; everything else is made when first asked for."""
        self.text = text

    @cached_property
    def cased(self) -> bool:
        """Whether capitals tell names from other words here."""
        capitals = sum(1 for c in self.text if c.isupper())
        small = sum(1 for c in self.text if c.islower())
        return capitals < _CASELESS * max(1, capitals + small)

    @cached_property
    def sentences(self) -> list[Range]:
        """The sentences in order."""
        return sentences(self.text)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _end in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _end in paragraphs(self.text)]

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Capitalised words that follow a first name: surnames, whatever else."""
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        return frozenset(
            right.folded
            for left, right in pairs
            if right.capital
            and left.folded in given_names()
            and left.capital
            and self.text[left.end : right.start] == " "
        )

    @cached_property
    def _paragraph_set(self) -> frozenset[Range]:
        return frozenset(paragraphs(self.text))

    def sentence_at(self, position: int) -> int:
        """Return the index of the sentence that holds or precedes a position."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def paragraph_at(self, position: int) -> int:
        """Return the index of the paragraph that holds or precedes a position."""
        return max(0, bisect_right(self._paragraph_starts, position) - 1)

    @cached_property
    def quotes(self) -> list[Range]:
        """Stretches between double quotation marks, each ending with its paragraph."""
        return [
            quote
            for start, end in paragraphs(self.text)
            for quote in _quotes(self.text, start, end)
        ]

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [start for start, _end in self.quotes]

    def quoted(self, position: int) -> bool:
        """Tell whether a position lies inside a quotation."""
        at = bisect_right(self._quote_starts, position) - 1
        return at >= 0 and position < self.quotes[at][1]

    @cached_property
    def lengths(self) -> list[float]:
        """How far each sentence lies from the start, in sentences of the report's own.

        A sentence in a quotation counts for `_ASIDE_LENGTH`: who speaks before it is
        still in mind after it.
        """
        quoted = [self.quoted(s) and self.quoted(e - 2) for s, e in self.sentences]
        return list(accumulate(_ASIDE_LENGTH if inside else 1.0 for inside in quoted))

    @cached_property
    def tokens(self) -> list[Token]:
        """All words in order."""
        return [self._token(start, end) for start, end in words(self.text)]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def index_at(self, position: int) -> int:
        """Return the index of the first token that starts at or after a position."""
        return bisect_right(self._token_starts, position - 1)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """Return the tokens that start within a range."""
        return self.tokens[self.index_at(start) : self.index_at(end)]

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words that occur in small letters too, so that a capital may be chance."""
        return frozenset(t.folded for t in self.tokens if t.text.islower())

    @cached_property
    def capital_words(self) -> frozenset[str]:
        """Words that have a capital somewhere inside a sentence: surely names."""
        opening = {start for start, _end in self.sentences}
        return frozenset(
            token.folded
            for token in self.tokens
            if token.capital
            and token.sentence not in self.headings
            and not {token.start, token.start - 1, token.start - 2} & opening
        )

    @cached_property
    def headings(self) -> frozenset[int]:
        """Sentences set as headings: nearly every word has a capital."""
        if not self.cased:
            return frozenset()
        found = set()
        for index, (start, end) in enumerate(self.sentences):
            inside = self.tokens_in(start, end)
            heavy = [t for t in inside if t.folded not in word_list("common.function")]
            capitals = sum(1 for token in heavy if token.capital)
            stopped = self.text[end - 1] in '.!?"”'
            share = _STOPPED_HEADING if stopped else _HEADING
            alone = not stopped and (start, end) in self._paragraph_set
            if len(heavy) > (0 if alone else _SHORTEST) and capitals > share * len(
                heavy
            ):
                found.add(index)
        return frozenset(found)

    def _token(self, start: int, end: int) -> Token:
        text = self.text[start:end]
        bare = _POSSESSIVE.sub("", text)
        after = self.text[end : end + 1]
        possessive = bare != text or (after in "'’" and text[-1:] in "sS")
        if after == "":
            possessive = bare != text
        return Token(
            start=start,
            end=start + len(bare),
            text=bare,
            folded=fold(bare),
            possessive=possessive,
            sentence=self.sentence_at(start),
            quoted=self.quoted(start),
        )


def _quotes(text: str, start: int, end: int) -> list[Range]:
    found: list[Range] = []
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        if mark in ('"', "''"):
            if opened is None:
                opened = at
            else:
                found.append((opened, match.end()))
                opened = None
        elif mark in _OPENERS and opened is None:
            opened = at
        elif mark in _CLOSERS and opened is not None:
            found.append((opened, at + 1))
            opened = None
    if opened is not None:
        found.append((opened, end))
    return found or [m.span() for m in _SINGLE.finditer(text, start, end)]
