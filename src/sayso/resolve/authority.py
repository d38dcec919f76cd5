"""Find for whom a source speaks by office: a spokesman's principal, a body's state."""

import re

from sayso.domain.actor import ActorKind
from sayso.resolve.antecedent import described
from sayso.resolve.cast import Cast
from sayso.resolve.figure import Figure
from sayso.resolve.naming import Name
from sayso.resolve.renamed import nearest_body
from sayso.resolve.source import Form, SourceWords, read_source
from sayso.resolve.words import adjectives, fold, rulers, singular, word_list

_OF_BODY = re.compile(
    r"^(?P<body>the [\w\-]+)(?=['’]s? )|(?:for|of|at|with) (?P<late>the [\w\-]+)$",
    re.IGNORECASE,
)


def give_authority(cast: Cast, figure: Figure, words: SourceWords) -> None:
    """Note for whom a figure speaks, as the words of one source show it."""
    if figure.authority is not None:
        return
    named = words.form is Form.NAME
    role = words.role if named else words.text
    principal = words.principal if named else words.owner
    if _speaks_for_others(role):
        figure.authority = authority(cast, words, principal, figure)


def authority(
    cast: Cast, words: SourceWords, principal: Name | None, figure: Figure
) -> Figure | None:
    """Return the figure whose word the source's word is.

    Args:
        cast: the figures of the document.
        words: the source.
        principal: the name it speaks for, where one is given.
        figure: the source itself, never its own authority.
    """
    if principal is not None:
        ruled = rulers().get(fold(principal.text))
        if ruled:
            return cast.state(ruled)
        owner = cast.meet(principal)
        if owner is not figure:
            owner.kind = owner.kind or ActorKind.ORGANIZATION
            return owner
    body = _bodys_own(cast, words)
    if body is not None and body is not figure:
        return body
    nation = _nation(words.role or words.text)
    return cast.state(nation) if nation else None


def _bodys_own(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the body meant in `the company's spokesman`, `a lawyer for the bank`."""
    match = _OF_BODY.search(words.text)
    if match is None or words.form is not Form.DESCRIPTION:
        return None
    part = "body" if match["body"] else "late"
    start, end = (words.start + at for at in match.span(part))
    inner = read_source(cast.page, start, end)
    if inner.head not in word_list("body.words"):
        return None
    return described(cast, inner, []) or nearest_body(cast, inner)


def _speaks_for_others(role: str) -> bool:
    folded = f" {fold(role)} "
    return any(
        f" {word} " in folded.replace(",", " ")
        for name in ("spokesman.words", "spokesman.heads")
        for word in word_list(name)
    )


def _nation(role: str) -> str:
    """Return the state whose office a role is, or empty: `Russian envoy` gives RU."""
    words = [word.strip(",") for word in fold(role).split()]
    offices = word_list("spokesman.words") | word_list("spokesman.heads")
    offices |= word_list("grammar.agents")
    for at, word in enumerate(words):
        near = words[at + 1 : at + 5]
        if word in adjectives() and any(singular(w) in offices for w in near):
            return adjectives()[word]
    return ""
