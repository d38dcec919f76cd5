"""Find names in running text: of people, bodies, outlets and states."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.domain.actor import ActorKind
from sayso.resolve.acronyms import acronyms
from sayso.resolve.names import parse_person, title_gender
from sayso.resolve.page import Page, Token
from sayso.resolve.runs import listed, listed_prefix, name_runs
from sayso.resolve.words import (
    Entry,
    adjectives,
    fold,
    given_names,
    look_up,
    outlet_words,
    person_nouns,
    titles,
    word_list,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in the text.

    Attributes:
        start: of the name itself, titles left out.
        kind: None when a single word shows nothing.
        title: the titles and offices written directly before it.
        lead: offset where the title begins, or `start`.
    """

    start: int
    end: int
    text: str
    kind: ActorKind | None
    title: str = ""
    lead: int
    entry: Entry | None = None
    gender: str = ""
    possessive: bool = False
    sentence: int = 0
    quoted: bool = False

    @property
    def short(self) -> bool:
        """Tell whether the name is a single word."""
        return len(self.text.split()) == 1


def find_names(page: Page, start: int = 0, end: int | None = None) -> list[Name]:
    """Return the names in a stretch of the page, in order.

    Args:
        page: the document.
        start: where the stretch begins.
        end: where it ends; None is the end of the text.
    """
    tokens = page.tokens_in(start, len(page.text) if end is None else end)
    found = [name for run in name_runs(page, tokens) for name in _names_of(page, run)]
    for first, last, _short in acronyms(page):
        if tokens and tokens[0].start <= first and last <= tokens[-1].end:
            found = [n for n in found if not (n.start < last and first < n.end)]
            found.append(_make(page, page.tokens_in(first, last), 0, body=True))
    return sorted(found, key=lambda n: n.start)


def _names_of(page: Page, run: list[Token]) -> Iterator[Name]:
    """Take a run of capitalised words apart into the names it holds."""
    whole = page.text[run[0].start : run[-1].end]
    entry = look_up(whole, cased=page.cased)
    if entry is not None:
        yield _make(page, run, 0, entry=entry)
        return
    surname = len(run) == 1 and run[0].folded in page.surnames
    cut = 0 if surname else _title_end(page, run)
    if cut == len(run):
        head = listed_prefix(page, run)
        if head:
            yield _make(page, run[:head], 0, entry=listed(page, run[:head]))
        return
    if cut:
        head = listed_prefix(page, run[:cut])
        if head:
            yield _make(page, run[:head], 0, entry=listed(page, run[:head]))
        yield _make(page, run, cut)
        return
    head = listed_prefix(page, run)
    rest = run[head:]
    if head and rest and (_personlike(rest) or _unlisted(rest)):
        yield _make(page, run[:head], 0, entry=listed(page, run[:head]))
        yield _make(page, rest, 0)
        return
    yield _make(page, run, 0)


def _unlisted(rest: Sequence[Token]) -> bool:
    """Tell whether two or three words after a listed name are a name of their own."""
    bodies = word_list("body.words") | outlet_words("endings")
    return len(rest) in (2, 3) and not any(t.folded in bodies for t in rest)


def _personlike(rest: Sequence[Token]) -> bool:
    return rest[0].folded in given_names() and len(rest) > 1


def _only_title(page: Page, run: Sequence[Token]) -> bool:
    """Tell whether a run is an office and no name: `NATO Commander`."""
    head = listed_prefix(page, run[:-1])
    return all(_titleish(token) for token in run[head:])


_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame"})
"""Forms of address, which never stand without a name: `Mr Dean`, `Mrs King`."""


def _title_end(page: Page, run: Sequence[Token]) -> int:
    """Return how many tokens from the left belong to titles before the name."""
    cut = _last_title(run)
    following = run[cut].folded if cut < len(run) else ""
    body = len(run) > 1 and run[-1].folded in word_list("body.words")
    if body or (cut == 1 and following in word_list("grammar.no_rank")):
        return 0
    if cut == len(run):
        if len(run) > 1 and run[0].folded in _ADDRESS:
            return cut - 1
        # `Justice` and the like end names as often as they open them: a title that
        # ends the run is one only when the whole run is titles.
        return cut if _only_title(page, run) else 0
    return _past_nations(run, cut)


def _past_nations(run: Sequence[Token], cut: int) -> int:
    """Count nationalities before a person's name with the titles: `Russian … X Y`."""
    while cut < len(run) - 1 and run[cut].folded in adjectives():
        cut += 1
    kind = run[0].folded in adjectives() or run[0].folded in person_nouns()
    if not cut and len(run) > 1 and kind:
        cut = 1
        return cut if _personlike(run[cut:]) else 0
    nations = all(token.folded in adjectives() for token in run[:cut])
    return 0 if nations and not _personlike(run[cut:]) else cut


def _last_title(run: Sequence[Token]) -> int:
    """Return where the last title inside a run ends; 0 without any."""
    ends = [
        at + size
        for at in range(len(run))
        for size in (3, 2, 1)
        if at + size <= len(run)
        and " ".join(t.folded for t in run[at : at + size]) in titles()
    ]
    return max(ends, default=0)


def _titleish(token: Token) -> bool:
    return (
        token.folded in titles()
        or token.folded in adjectives()
        or token.folded in word_list("office.modifiers")
        or any(token.folded in title.split() for title in word_list("office.words"))
    )


def _make(
    page: Page,
    run: Sequence[Token],
    cut: int,
    *,
    entry: Entry | None = None,
    body: bool = False,
) -> Name:
    first, last = run[cut], run[-1]
    text = page.text[first.start : last.end]
    title = page.text[run[0].start : first.start].strip() if cut else ""
    if body:
        entry = listed(page, run)
    kind, gender = _classify(page, run[cut:], title, entry)
    if body and entry is None:
        kind, gender = ActorKind.ORGANIZATION, ""
    return Name(
        start=first.start,
        end=last.end,
        text=text,
        kind=kind,
        title=title,
        lead=run[0].start,
        entry=entry,
        gender=gender,
        possessive=last.possessive,
        sentence=first.sentence,
        quoted=first.quoted,
    )


def _classify(
    page: Page, tokens: Sequence[Token], title: str, entry: Entry | None
) -> tuple[ActorKind | None, str]:
    if entry is not None:
        return entry.kind, ""
    text = " ".join(token.text for token in tokens)
    if not title:
        body = _body_kind(tokens, text, cased=page.cased)
        if body is not None:
            return body, ""
    known = title or (tokens[0].folded in given_names() and len(tokens) > 1)
    initial = any(len(token.text) == 1 for token in tokens[1:-1])
    if known or initial:
        gender = title_gender(title) or parse_person(text).gender
        return ActorKind.PERSON, gender
    return None, ""


def _body_kind(tokens: Sequence[Token], text: str, *, cased: bool) -> ActorKind | None:
    """Return the kind of a name that its own words show to be a body's."""
    last = tokens[-1].folded
    if len(tokens) > 1 and last in outlet_words("endings"):
        return ActorKind.OUTLET
    ending = len(tokens) > 1 and last in word_list("body.endings")
    if ending or last in word_list("body.words") or _plural_body(last):
        return ActorKind.ORGANIZATION
    acronym = cased and text.isupper() and len(tokens) == 1 < len(text)
    linked = {fold(token.text) for token in tokens} & {"of", "for", "on"}
    given = tokens[0].folded in given_names()
    if acronym or ((linked or "&" in text) and not given):
        return ActorKind.ORGANIZATION
    return None


def _plural_body(word: str) -> bool:
    return word.endswith("s") and word[:-1] in word_list("body.words")
