"""What stands beside a person's name: role, age, and the gender these show."""

import re
from dataclasses import dataclass

from sayso.resolve.naming import Name
from sayso.resolve.page import Page, Token
from sayso.resolve.words import fold, person_nouns, word_list

_RIGHT_ROLE = re.compile(
    r"\s*(?:,|\(|—|–)\s*(?:who (?:is|was|serves as|served as)\s+|and\s+)?"
    r"((?:the|a|an|one of|his|her|its|their|now|then|[a-z]+['’]s)?\s*[^,.;()—]{3,90})"
)
_COPULA = re.compile(r"\s+(?:is|was|became|has been)\s+((?:the|a|an)\s+[^,.;()]{3,60})")
_AGED = re.compile(r"\s*,\s*(\d{1,3})\s*(?:,|\.|\)| and)")
_WINDOW = 140
"""Characters after a name in which an apposition may end."""
_LONGEST = 8
"""Words before a name beyond which it is a clause and no role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What one mention of a name says about its bearer."""

    roles: tuple[str, ...]
    gender: str


def describe(page: Page, name: Name) -> Described:
    """Return what stands beside a person's name in the text."""
    after = page.text[name.end : name.end + _WINDOW]
    roles = []
    gender = ""
    aged = _AGED.match(after)
    if aged:
        roles.append(f"{aged.group(1)}-year-old")
    right = _RIGHT_ROLE.match(after) or _COPULA.match(after)
    for role in (_left_role(page, name), _before_verb(right.group(1)) if right else ""):
        nouns = set(fold(role).replace("'s", "").split())
        if nouns & person_nouns():
            roles.append(role)
            gender = gender or noun_gender(nouns)
    return Described(roles=tuple(roles), gender=gender)


def noun_gender(nouns: set[str]) -> str:
    """Return the gender that folded nouns show: `m`, `f`, or empty."""
    male = nouns & word_list("person.male")
    female = nouns & word_list("person.female")
    if bool(male) == bool(female):
        return ""
    return "m" if male else "f"


def _left_role(page: Page, name: Name) -> str:
    """Return the small-letter role directly before a name, up to its article."""
    stops = word_list("grammar.prepositions") | word_list("grammar.clause_openers")
    verbs = word_list("common.verbs")
    at = page.index_at(name.lead)
    words: list[Token] = []
    while at > 0 and len(words) < _LONGEST:
        token = page.tokens[at - 1]
        gap = page.text[token.end : words[0].start if words else name.lead]
        joined = not gap.strip(" \n'’s") or (gap.strip() == "," and not words)
        if not joined or token.sentence != name.sentence:
            break
        if token.folded in verbs or token.folded in (stops | {"the", "a", "an"}) - {
            "of",
            "for",
        }:
            break
        if not words and token.folded not in person_nouns():
            return ""
        words.insert(0, token)
        at -= 1
    return page.text[words[0].start : words[-1].end] if words else ""


def _before_verb(role: str) -> str:
    """Cut a description off where the sentence goes on with its verb."""
    words = role.split()
    verbs = word_list("common.verbs")
    stop = (at for at, word in enumerate(words) if at and fold(word) in verbs)
    return " ".join(words[: next(stop, len(words))])
