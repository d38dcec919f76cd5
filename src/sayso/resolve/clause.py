"""What the words beside a name show about it, without a parser."""

from sayso.resolve.naming import Name
from sayso.resolve.page import Page, Token
from sayso.resolve.words import person_nouns, singular, word_list

_CLAUSE = 7
"""Words between the start of a clause and its subject up to which it is one."""
_STAFF = frozenset(
    ("ceo", "cfo", "employee", "employees", "executive", "executives", "shareholder",
     "shareholders", "shares", "stock", "branch", "branches", "headquarters",
     "factory", "plant", "board", "boardroom", "subsidiary", "subsidiaries")
)  # fmt: skip
"""What only a company has: `Ordo Vale executives`, `Ordo Vale shares`."""


def modifies(page: Page, name: Name) -> bool:
    """Tell whether a name only qualifies the noun after it: `Clinton campaign`."""
    after = _next(page, name)
    if after is None:
        return False
    nouns = word_list("body.words") | word_list("people.words") | person_nouns()
    plain = not after.capital and singular(after.folded) in nouns
    return plain and name.kind is not None


def governed(page: Page, start: int, sentence: int) -> tuple[bool, bool]:
    """Tell whether a place opens its clause, and whether a preposition governs it.

    Without a parser: walk back to the last word that opens a clause. A verb of saying
    on the way makes it an object; so does any small word right before it that is no
    noun for a person, article or adjective.
    """
    prepositions = word_list("grammar.prepositions")
    verbs = word_list("common.verbs")
    openers = word_list("grammar.clause_openers")
    at = page.index_at(start) - 1
    right = start
    for _step in range(_CLAUSE):
        if at < 0 or page.tokens[at].sentence != sentence:
            return True, False
        token = page.tokens[at]
        if (
            set(page.text[token.end : right]) & set(',:;—(“"')
            or token.folded in openers
        ):
            return True, False
        if token.folded in prepositions:
            return False, True
        if token.folded in verbs or token.folded.endswith(("ed", "ing")):
            return False, False
        right = token.start
        at -= 1
    return False, False


def runs_business(page: Page, name: Name) -> bool:
    """Tell whether the word after a name of unknown kind is what companies have."""
    after = _next(page, name)
    return after is not None and after.folded in _STAFF


def follows_in(page: Page, name: Name) -> bool:
    """Tell whether `in` stands before a name, as before places and not bodies."""
    at = page.index_at(name.lead) - 1
    while at > 0 and "-" in page.tokens[at].text:
        at -= 1  # `in smog-ridden X`
    return at >= 0 and page.tokens[at].folded == "in"


def _next(page: Page, name: Name) -> Token | None:
    """Return the word that follows a name with nothing but a space between."""
    at = page.index_at(name.end)
    if at >= len(page.tokens) or page.text[name.end : page.tokens[at].start] != " ":
        return None
    return page.tokens[at]
