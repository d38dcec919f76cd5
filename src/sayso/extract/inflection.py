"""English word forms to lemmas, by rule and a list of irregulars.

Candidates only: whoever asks knows which lemmas exist, so a wrong candidate costs
nothing and no tagger is needed.
"""

import re
from functools import cache, lru_cache

from sayso.lexicon.loader import load_toml

_TOKEN = re.compile(
    r"[^\W\d_]+?(?=n['’]t\b)"
    r"|n['’]t\b"
    r"|['’](?:s|re|ve|ll|d|m)\b"
    r"|[^\W\d_](?:\.[^\W\d_])+\.?"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*|\d[\d.,:%]*\d|\d|--|[^\w\s]",
)
_DOUBLED = re.compile(r"(?:([bdgklmnprt])\1|ck)$")
_TOKENS_KEPT = 4096
"""Forms whose lemmas are remembered; a page has a few hundred different ones."""


def tokens(text: str) -> list[str]:
    """Split into lower-case tokens; `don't` gives `do` and `n't`."""
    return _TOKEN.findall(text.lower().replace("’", "'"))


@lru_cache(maxsize=_TOKENS_KEPT)
def lemmas(form: str) -> tuple[str, ...]:
    """Return the lemmas `form` (lower case) may belong to, itself first."""
    found = [form, *_irregular().get(form, ())]
    if form.endswith("'s"):
        found.append(form[:-2])
    found.extend(_by_rule(form))
    return tuple(dict.fromkeys(found))


def _by_rule(form: str) -> list[str]:
    stem: str
    found: list[str] = []
    for ending in ("ing", "ed"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 1:
            found += [stem, stem + "e"]
            if _DOUBLED.search(stem):
                found.append(stem[:-1])
            if ending == "ed" and stem.endswith("i"):
                found.append(stem[:-1] + "y")
    if form.endswith("s") and not form.endswith("ss"):
        found.append(form[:-1])
        if form.endswith("es"):
            found.append(form[:-2])
        if form.endswith("ies"):
            found.append(form[:-3] + "y")
    return found


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for lemma, forms in load_toml("inflections")["irregular"].items():
        for form in forms.split():
            table[form] = (*table.get(form, ()), lemma)
    return table


@cache
def irregular_pasts() -> frozenset[str]:
    """Return the irregular forms that can be a past tense, auxiliaries included."""
    return frozenset(f for f in _irregular() if not f.endswith(("ing", "s")))
