"""Forms by which two spellings of one name know each other."""

import re
from collections.abc import Iterator

from sayso.domain.origin import CreditKind

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ARTICLE = re.compile(r"^(?:al|el|ul|an|ar|as|ash|at|ad)[-\s]|['’`-]")
_VOWELS = re.compile(r"[aeiouyw]+")
_ACRONYM = re.compile(r"[A-Z]{3,8}")
_LEAST_INITIALS = 3
_LEAST_SOUNDS = 2


def spellings(name: str, kind: CreditKind) -> Iterator[str]:
    """Yield the keys under which a name meets other spellings of itself.

    A body meets its acronym (`Harbour Watch for Trade`, `HWT`; words such as `for` may
    or may not count). A person meets other transliterations of the same first and last
    name: vowels and doubled letters differ between papers, the other letters rarely.
    """
    if kind is CreditKind.PERSON or kind is CreditKind.WITNESS:
        yield from _sounds(name)
    else:
        yield from _initials(name)


def _initials(name: str) -> Iterator[str]:
    plain = name.replace(".", "")
    if _ACRONYM.fullmatch(plain):
        yield f"initials:{plain}"
        return
    words = _WORD.findall(plain)
    capital = [word[0] for word in words if word[0].isupper()]
    every = [word[0].upper() for word in words]
    for letters in (capital, every):
        if len(letters) >= _LEAST_INITIALS:
            yield "initials:" + "".join(letters)


def _sounds(name: str) -> Iterator[str]:
    words = [word.casefold() for word in _WORD.findall(name)]
    if len(words) < _LEAST_SOUNDS:
        return
    first, last = _ARTICLE.sub("", words[0]), _ARTICLE.sub("", words[-1])
    letters = "".join(sorted(_VOWELS.sub("", last)))
    if len(set(letters)) >= _LEAST_SOUNDS:
        yield f"sounds:{first} {_single(letters)}"


def _single(letters: str) -> str:
    return re.sub(r"(.)\1+", r"\1", letters)
