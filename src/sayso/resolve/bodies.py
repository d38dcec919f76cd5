"""Bring organizations, groups and outlets together by name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from sayso.domain.actor import ActorKind
from sayso.resolve.nodes import Link, Node, make_node
from sayso.resolve.records import LocalActor
from sayso.resolve.words import (
    adjectives,
    fold,
    state_names,
    without_article,
    word_list,
)

_WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_DROPPED = frozenset("of the for and on in at a an affairs".split())  # noqa: SIM905 - reads as a line
"""Words that come and go in one body's name (`Ministry of Foreign Affairs`, `Foreign
Ministry`); so do its legal forms."""
_SPELLINGS = {
    "defence": "defense", "organisation": "organization", "centre": "center",
    "labour": "labor", "programme": "program", "dept": "department",
    "govt": "government", "intl": "international", "assn": "association",
    "univ": "university", "natl": "national", "min": "ministry",
}  # fmt: skip
_NEAR = 92
"""Similarity (rapidfuzz token ratio, 0-100) from which two body names are suggested
as one. Never merged by it: `North Bank` and `South Bank` differ by two letters."""
_COMMON = 60
"""Names that share a word up to which they are compared with each other; beyond that
the word (`national`, `ministry`) says nothing."""


def body_key(name: str) -> str:
    """Return a name's telling words, in one spelling and order.

    Nationalities and states become their code, so that `Russia's Foreign Ministry`,
    `the Russian Foreign Ministry` and `Ministry of Foreign Affairs of Russia` agree.
    """
    text = without_article(fold(name))
    for state, code in _long_states():
        text = re.sub(rf"\b{re.escape(state)}\b", f" {code} ", text)
    words = []
    for word in _WORD.findall(text):
        bare = word.removesuffix("'s").rstrip("'")
        bare = _SPELLINGS.get(bare, bare)
        bare = adjectives().get(bare) or state_names().get(bare, bare)
        words.append(bare)
    dropped = _DROPPED | word_list("grammar.legal_forms")
    telling = [word for word in words if word not in dropped]
    return " ".join(sorted(set(telling or words)))


def _long_states() -> Iterable[tuple[str, str]]:
    return ((name, code) for name, code in state_names().items() if " " in name)


def is_acronym(name: str) -> bool:
    """Tell whether a name is a run of capitals such as `FNU` or `U.N.`."""
    bare = re.sub(r"[.\-&]", "", name)
    return 2 <= len(bare) <= 7 and bare.isupper() and bare.isalpha()  # noqa: PLR2004 - longest in use


def body_nodes(kind: ActorKind, actors: Iterable[LocalActor]) -> list[Node]:
    """Return the bodies of one kind under each normalised name."""
    by_key: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in actors:
        by_key[body_key(_fullest(actor))].append(actor)
    return [make_node(kind, key, by_key[key]) for key in sorted(by_key)]


def _fullest(actor: LocalActor) -> str:
    plain = [name for name in actor.names if not is_acronym(name)]
    return max(plain or actor.names, key=lambda name: (len(name), name))


def body_links(nodes: Sequence[Node]) -> list[Link]:
    """Return which bodies of different names are or may be one."""
    return [*_acronym_links(nodes), *_form_links(nodes), *_near_links(nodes)]


def _acronym_links(nodes: Sequence[Node]) -> list[Link]:
    """Link a body known by letters alone to the only one that spells them out."""
    spelled: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        letters = {fold(form) for form in node.forms if is_acronym(form)}
        for short in letters - {node.key}:
            spelled[short].append(node)
    links = []
    for node in nodes:
        candidates = [n for n in spelled.get(node.key, ()) if n.id != node.id]
        for other in candidates:
            only = len(candidates) == 1
            links.append(
                Link(
                    left=other.id,
                    right=node.id,
                    score=0.95 if only else 0.5,
                    why=f"{node.key.upper()} is short for {_shown(other)}"
                    + ("" if only else ", and for another body too"),
                    sure=only,
                )
            )
    return links


def _form_links(nodes: Sequence[Node]) -> list[Link]:
    """Link bodies of which one document uses a name that is the other's own."""
    own = {(node.key): node for node in nodes}
    links = []
    for node in nodes:
        keys = {body_key(form) for form in node.forms if not is_acronym(form)}
        for key in sorted(keys - {node.key}):
            other = own.get(key)
            if other is not None and other.id != node.id and len(key.split()) > 1:
                links.append(
                    Link(
                        left=node.id,
                        right=other.id,
                        score=0.9,
                        why=f"{_shown(node)} is also called {_shown(other)}",
                        sure=True,
                    )
                )
    return links


def _near_links(nodes: Sequence[Node]) -> list[Link]:
    by_word: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        for word in node.key.split():
            by_word[word].append(node)
    seen: set[tuple[str, str]] = set()
    links = []
    for word in sorted(by_word):
        block = by_word[word]
        if len(block) > _COMMON:
            continue
        for left, right in combinations(block, 2):
            pair = (min(left.id, right.id), max(left.id, right.id))
            if pair in seen or left.key == right.key:
                continue
            seen.add(pair)
            score = fuzz.token_sort_ratio(left.key, right.key)
            if score >= _NEAR:
                links.append(
                    Link(
                        left=left.id,
                        right=right.id,
                        score=round(score / 100, 2),
                        why=f"{_shown(left)} and {_shown(right)} are nearly one name",
                        sure=False,
                    )
                )
    return links


def _shown(node: Node) -> str:
    return min(node.forms, key=lambda form: (-node.forms[form], form))
