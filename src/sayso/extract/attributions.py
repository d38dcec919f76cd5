"""Attributions of a document: the encoder's spans, with style, commitment, nesting."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.domain.attribution import Attribution, Style, attribution_id
from sayso.domain.document import Document
from sayso.domain.span import Span, span_text
from sayso.encode.roles import LinkedRoles, RoleEncoder
from sayso.extract.antecedent import with_antecedents
from sayso.extract.bounds import bounded
from sayso.extract.commitment import commit
from sayso.extract.complete import complete
from sayso.extract.confidence import confidence
from sayso.extract.inner import inner
from sayso.extract.nesting import parents
from sayso.extract.own_voice import Statement, statements, tells_of_deed
from sayso.extract.quotes import quoted, style_of
from sayso.extract.tidy import tidy
from sayso.extract.transcript import with_turns
from sayso.lexicon.loader import word_set
from sayso.text.segment import Range, sentences

OWN_VOICE_CONFIDENCE = 0.5
"""Own voice is found by rule; nothing measured says more than an even chance that a
reader would count the sentence as a statement of substance."""
_BEFORE = re.compile(
    r"(?:\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might"
    r"|should|must|not|never|no longer|also|still|cannot|hardly|barely|rarely|ever)\b"
    r"|\w+n['’]t\b|\w+ly\b|\s)+$",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"([A-Za-z]+),?\s+$")
_REACH = 40
"""Code points before a cue in which its own negation can stand."""


def extract(document: Document, encoder: RoleEncoder) -> list[Attribution]:
    """Return who says what in `document`, in the order of the text.

    Attributed statements come with the commitment of their source and the attribution
    they stand in; what the report says on its own account follows with style own
    voice, source empty.

    Args:
        document: any text; nothing of it is changed.
        encoder: finds sources, cues and contents.
    """
    text = document.text
    quotes = quoted(text)
    linked = linked_roles(text, encoder, quotes)
    found = [_attribution(document, roles, quotes) for roles in linked]
    found = _nested(found)
    taken = [
        span
        for roles in linked
        if not _deed(text, roles)
        for span in (*roles.source, *roles.cue, *roles.content)
    ]
    own = [_own(document, statement) for statement in statements(text, taken, quotes)]
    return sorted(_distinct([*found, *own]), key=_position)


def linked_roles(
    text: str, encoder: RoleEncoder, quotes: Sequence[Range]
) -> list[LinkedRoles]:
    """Return what the encoder finds, put in order and completed.

    Args:
        text: of the document.
        encoder: finds sources, cues and contents.
        quotes: ranges between quotation marks, disjoint and in order.
    """
    cut = sentences(text)
    found = tidy(text, encoder.annotate(text))
    found = complete(text, with_turns(text, found))
    found = with_antecedents(text, bounded(text, found, cut))
    return [*found, *inner(text, found, cut, quotes)]


def _deed(text: str, roles: LinkedRoles) -> bool:
    cue, content = (
        " ".join(text[s:e] for s, e in ranges) for ranges in (roles.cue, roles.content)
    )
    return tells_of_deed(cue, content)


def words_before(
    text: str, source: Sequence[Sequence[int]], cue: Sequence[Sequence[int]]
) -> str:
    """Return the auxiliaries and negations that stand right before the cue.

    An encoder may leave `did not` out of the cue `did not say`.
    """
    start = cue[0][0] if cue else 0
    low = max([start - _REACH, 0, *(r[1] for r in source if r[1] <= start)])
    found = _BEFORE.search(text[low:start])
    return found.group() if found else ""


def _attribution(
    document: Document, roles: LinkedRoles, quotes: Sequence[Range]
) -> Attribution:
    text = document.text
    source, cue, content = (
        _spans(document, ranges) for ranges in (roles.source, roles.cue, roles.content)
    )
    said = span_text(text, cue)
    commitment = commit(
        said,
        _hedge_before(text, roles) + span_text(text, content),
        source=span_text(text, source),
        before=words_before(text, roles.source, roles.cue),
    )
    style = style_of(text, said, roles.content, quotes)
    return Attribution(
        id=attribution_id(document.id, source, cue, content),
        document=document.id,
        source=source,
        cue=cue,
        content=content,
        style=style,
        polarity=commitment.polarity,
        certainty=commitment.certainty,
        act=commitment.act,
        confidence=confidence(roles, style),
    )


def _hedge_before(text: str, roles: LinkedRoles) -> str:
    """Return a hedge left out of the attribution: before its content or before all."""
    start = roles.content[0][0]
    first = min(s for s, _ in (*roles.source, *roles.cue, *roles.content))
    for at in {start, first}:
        found = _LAST_WORD.search(text, max(0, at - _REACH), at)
        if found is None or any(s < at and found.start(1) < e for s, e in roles.cue):
            continue
        opens = not text[: found.start(1)].rstrip(" ")[-1:].isalnum()
        hedges = word_set("propositions", "uncertain", "adverbs")
        if found.group(1).lower() in hedges and (at == start or opens):
            return f"{found.group(1)} "
    return ""


def _own(document: Document, statement: Statement) -> Attribution:
    cue, content = _spans(document, statement.cue), _spans(document, statement.content)
    return Attribution(
        id=attribution_id(document.id, (), cue, content),
        document=document.id,
        source=(),
        cue=cue,
        content=content,
        style=Style.OWN_VOICE,
        polarity=statement.commitment.polarity,
        certainty=statement.commitment.certainty,
        act=statement.commitment.act,
        confidence=OWN_VOICE_CONFIDENCE,
    )


def _nested(found: Sequence[Attribution]) -> list[Attribution]:
    outer = parents(found)
    return [replace(a, parent=outer.get(a.id)) for a in found]


def _distinct(found: Iterable[Attribution]) -> list[Attribution]:
    return list({a.id: a for a in found}.values())


def _position(attribution: Attribution) -> tuple[int, int]:
    first = attribution.cue or attribution.content
    return first[0].start, attribution.content[0].start


def _spans(document: Document, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(
        Span(document=document.id, start=start, end=end) for start, end in ranges
    )
