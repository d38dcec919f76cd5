"""The main clause of a sentence, found without a parser.

Commitment turns on the main clause alone: `the man who did not vote won` holds, `he
did not win because ...` does not. Openers, asides, relative clauses before the verb
and everything from the first subordinating word after it are left out. What remains
is a stretch of tokens in which negations and hedges count.
"""

from collections.abc import Sequence

from sayso.extract.inflection import irregular_pasts, lemmas
from sayso.lexicon.loader import word_set

AUXILIARIES = word_set("grammar", "clause", "auxiliaries")
_OPENERS = word_set("grammar", "clause", "openers")
_FILLERS = word_set("grammar", "clause", "fillers")
_RELATIVES = frozenset({"who", "that", "which", "whom", "whose", "where"})
_ASIDES = _RELATIVES | word_set("grammar", "clause", "asides")
_SUBORDINATORS = word_set("grammar", "clause", "subordinators")
_COORDINATORS = frozenset({"and", "but", "so", "or", "yet", "nor"})
_COMPLEMENT = word_set("grammar", "clause", "complement")
"""Words whose that-clause carries the main point: `I think that he lied`."""
_SUBJECTS = word_set("grammar", "clause", "subjects")
_MODAL_TO = word_set("grammar", "clause", "modal_to")
_PERFORMATIVE = word_set("grammar", "clause", "performative")
_NEGATED_TO = word_set("grammar", "clause", "negated_to")
_QUOTES = frozenset("\"'“‘")
_CONCESSIVE = frozenset({"may", "might"})
_LEAST = 2


def main_clause(tokens: Sequence[str]) -> list[str]:
    """Return the tokens of the main clause of one sentence.

    Args:
        tokens: of the sentence, lower case, as `inflection.tokens` gives them.
    """
    rest = _without_fillers(tokens)
    if rest and rest[0] in _OPENERS | {"just"}:
        rest = _after_opener(rest)
    rest = _performed(rest)
    return _up_to_boundary(rest)


def _performed(tokens: list[str]) -> list[str]:
    """Cut `we repeat to all of you that` off; the point is what is repeated."""
    if tokens[:1] not in (["i"], ["we"]) or "that" not in tokens[_LEAST:]:
        return tokens
    if not any(lemma in _PERFORMATIVE for lemma in lemmas(tokens[1])):
        return tokens
    at = tokens.index("that", _LEAST)
    return tokens[at + 1 :] or tokens


def _without_fillers(tokens: Sequence[str]) -> list[str]:
    start = 0
    while start < len(tokens) and tokens[start] in _FILLERS | {","}:
        start += 1
    return list(tokens[start:]) if start < len(tokens) else list(tokens)


def _after_opener(tokens: list[str]) -> list[str]:
    """Cut `when ..., ` off; `because A is B does not mean C` keeps its denial."""
    if "," in tokens[_LEAST:-_LEAST]:
        return _without_fillers(tokens[tokens.index(",", _LEAST) + 1 :])
    if "mean" in tokens and tokens[0] in {"because", "just"}:
        return tokens[max(0, tokens.index("mean") - _LEAST) :]
    return tokens


def _up_to_boundary(tokens: list[str]) -> list[str]:
    kept: list[str] = []
    at = 0
    verb = False
    while at < len(tokens):
        token = tokens[at]
        if verb and _ends_clause(tokens, at):
            if _concedes(kept, tokens, at):
                return _up_to_boundary(tokens[at + 2 :])
            break
        if not verb and _opens_aside(tokens, at):
            at = _aside_end(tokens, at + 1)
            continue
        if not verb and at >= _LEAST and token in _SUBORDINATORS - _RELATIVES:
            break
        verb = verb or _finite(tokens, at)
        kept.append(token)
        at += 1
    return kept


def _concedes(kept: Sequence[str], tokens: Sequence[str], at: int) -> bool:
    """Tell whether `it may be small, but it is deadly` turns to its point at `at`."""
    turns = list(tokens[at : at + 2]) == [",", "but"]
    return turns and any(word in _CONCESSIVE for word in kept)


def _ends_clause(tokens: Sequence[str], at: int) -> bool:
    here, previous = tokens[at], tokens[at - 1]
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    match here:
        case "that":
            return not _carries_on(tokens, at)
        case "to":
            return previous not in _MODAL_TO and previous not in {"not", "n't", "as"}
        case "not":
            verb = any(lemma in _NEGATED_TO for lemma in lemmas(previous))
            return following == "to" and not verb
        case ",":
            return following in _COORDINATORS | _SUBJECTS | _QUOTES
        case "as":
            return previous not in {"such", "seen", "known", "regarded"}
        case _:
            return here in _SUBORDINATORS


def _carries_on(tokens: Sequence[str], at: int) -> bool:
    """Tell whether the that-clause at `at` holds the main point."""
    if any(lemma in _COMPLEMENT for lemma in lemmas(tokens[at - 1])):
        return True
    speaks = any(lemma in _PERFORMATIVE for lemma in lemmas(tokens[1]))
    return tokens[0] in {"i", "we"} and speaks


def _opens_aside(tokens: Sequence[str], at: int) -> bool:
    if tokens[at] == ",":
        return at > 0 and at + 1 < len(tokens) and tokens[at + 1] in _ASIDES
    return at > 0 and tokens[at] in _RELATIVES


def _aside_end(tokens: Sequence[str], at: int) -> int:
    """Return where a relative clause that stands before the main verb ends."""
    closed_by_comma = tokens[at - 1] == ","
    verb = False
    while at < len(tokens):
        if tokens[at] == "," and (verb or closed_by_comma):
            return at + 1
        finite = _finite(tokens, at) and tokens[at - 1] not in AUXILIARIES
        if finite and verb and not closed_by_comma:
            return at
        verb = verb or finite
        at += 1
    return at


def _finite(tokens: Sequence[str], at: int) -> bool:
    """Guess whether a finite verb stands at `at`."""
    token = tokens[at]
    if token in AUXILIARIES:
        return True
    if at and tokens[at - 1] in _SUBJECTS:
        return token.isalpha() and not token.endswith("ly")
    past = token.endswith("ed") or token in irregular_pasts()
    return past and at > 0 and tokens[at - 1] not in {"a", "the", "an"}
