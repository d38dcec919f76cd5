"""How a claim and what was said look in a terminal: who, what, where."""

from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType

from sayso.cli.terminal import NO, SOFT, STRONG, YES, line, quoted
from sayso.domain.answer import Answer, Voice
from sayso.domain.attribution import Attribution
from sayso.domain.claim import Stance
from sayso.domain.document import Document
from sayso.domain.judgement import Judgement
from sayso.domain.origin import ReportTrace
from sayso.publish import words
from sayso.publish.quotes import quote_attribution
from sayso.publish.rows import Catalogue
from sayso.publish.sayings import Saying, reports, sayings

QUOTES_A_VOICE = 4
"""Quotes of one voice before the rest becomes a number; `show` gives them all."""
_NAMES_A_SIDE = 3


def headline(number: int, answer: Answer) -> Iterator[RenderableType]:
    """Yield one claim as a listing shows it: both sides in four lines."""
    lead = f"{number:>3}  "
    pad = len(lead)
    yield line(lead, (answer.claim.proposition, STRONG))
    sides = (
        ("asserted by ", YES, answer.asserted_by, answer.asserting),
        ("denied by   ", NO, answer.denied_by, answer.denying),
    )
    for label, style, voices, found in sides:
        named = words.listed([_firmly(voice) for voice in voices], _NAMES_A_SIDE)
        tail = f"  → {words.origins(found)}" if voices else ""
        yield line((label, style), named or "nobody", (tail, SOFT), indent=pad)
    about = f"{words.count(len(answer.documents), 'report')} · {answer.claim.id}"
    yield line((about, SOFT), indent=pad)


def answer_blocks(
    answer: Answer, catalogue: Catalogue, console: Console
) -> Iterator[RenderableType]:
    """Yield everything about one claim, each quote in its sentence."""
    yield line((answer.claim.proposition, STRONG))
    yield ""
    yield from _totals(answer)
    sides: tuple[tuple[str, Sequence[Voice]], ...] = (
        ("ASSERTED", answer.asserted_by),
        ("DENIED", answer.denied_by),
        ("UNCOMMITTED (on the topic, settles nothing)", answer.uncommitted),
    )
    for title, voices in sides:
        if voices:
            yield ""
            yield line((title, STRONG))
        for voice in voices:
            yield from voice_blocks(voice, catalogue, console)
    yield from _origin_lines(answer)
    yield from _report_lines(answer, catalogue)
    for warning in answer.warnings:
        yield line(("! ", STRONG), warning)


def voice_blocks(
    voice: Voice, catalogue: Catalogue, console: Console
) -> Iterator[RenderableType]:
    """Yield a name and under it what that voice says, repeated quotes once."""
    yield line((words.speaker(voice.actor), STRONG), indent=2)
    groups = sayings(voice.attributions, catalogue)
    for saying in groups[:QUOTES_A_VOICE]:
        yield quoted(saying.quote, console, indent=4)
        yield line((_where(saying), SOFT), indent=4)
    hidden = len(groups) - QUOTES_A_VOICE
    if hidden > 0 and voice.actor:
        yield line(f"… and {hidden} more: show {voice.actor.id}", indent=4)


def attribution_blocks(
    attribution: Attribution, catalogue: Catalogue, console: Console
) -> Iterator[RenderableType]:
    """Yield one attribution: who, how firmly, the sentence, its id."""
    document = catalogue.documents[attribution.document]
    actor = catalogue.actors.get(attribution.actor) if attribution.actor else None
    firmly = f"  {words.commitment(attribution)}"
    yield line((words.speaker(actor), STRONG), firmly, indent=2)
    yield quoted(quote_attribution(document.text, attribution), console, indent=4)
    yield line((attribution.id, SOFT), indent=4)


def document_heading(document: Document) -> RenderableType:
    """Return the line under which what a report says is listed."""
    facts = [
        words.clean(document.publisher or ""),
        words.day(document.published),
        words.clean(document.uri) if document.title else "",
    ]
    tail = " · ".join(filter(None, facts))
    return line((words.report_name(document), STRONG), f"  {tail}")


def judgement_blocks(judgement: Judgement) -> Iterator[RenderableType]:
    """Yield one judgement: what, who, when, why."""
    one, other = judgement.anchors
    verdict = f" {judgement.verdict.value.upper()} "
    yield line((one, STRONG), verdict, (other, STRONG))
    who = f"{judgement.who}, " if judgement.who else ""
    yield line(f"{who}{words.day(judgement.made)}: {judgement.why}", indent=2)
    ids = f"{judgement.left} {judgement.right} {judgement.id}"
    yield line((ids, SOFT), indent=2)


def _totals(answer: Answer) -> Iterator[RenderableType]:
    sides = (
        ("asserted by ", YES, answer.asserted_by, Stance.ASSERTS, answer.asserting),
        ("denied by   ", NO, answer.denied_by, Stance.DENIES, answer.denying),
    )
    for label, style, voices, stance, found in sides:
        total = (
            f"{words.count(len(voices), 'source')}, "
            f"{words.count(reports(answer, stance), 'report')} → {words.origins(found)}"
        )
        yield line((label, style), total, indent=2)


def _where(saying: Saying) -> str:
    document = saying.document
    also = len(saying.also)
    places = [words.outlet_name(document), words.day(document.published)]
    if also:
        places.append(f"and {words.count(also, 'more report')}")
    return " · ".join(
        [words.commitment(saying.attribution), *places, saying.attribution.id]
    )


def _firmly(voice: Voice) -> str:
    """Return a name with the firmest certainty its owner shows."""
    order = [*words.CERTAINTY_WORDS]
    best = min((a.certainty for a in voice.attributions), key=order.index)
    return f"{words.speaker(voice.actor)} ({words.CERTAINTY_WORDS[best]})"


def _origin_lines(answer: Answer) -> Iterator[RenderableType]:
    sides = (("asserting", answer.asserting), ("denying", answer.denying))
    shown = [
        (side, found) for side, found in sides if found.origins or found.unresolved
    ]
    if shown:
        yield ""
        yield line(("ORIGINS", STRONG))
    for side, found in shown:
        names = words.listed([o.name for o in found.origins], 5) or "none confirmed"
        open_ = words.listed([o.name for o in found.unresolved], 5)
        tail = f"; unresolved: {open_}" if open_ else ""
        yield line(f"{side}: {words.origins(found)} ({names}{tail})", indent=2)


def _report_lines(answer: Answer, catalogue: Catalogue) -> Iterator[RenderableType]:
    if not answer.documents:
        return
    yield ""
    yield line(("REPORTS", STRONG))
    for trace in answer.documents:
        document = catalogue.documents[trace.document]
        name = f"{words.outlet_name(document)}, {words.day(document.published)}"
        stance = f"{trace.stance.value:<12}"
        yield line(stance, name, (f"  {words.clean(document.uri)}", SOFT), indent=2)
        yield line((_tracing(trace, catalogue), SOFT), indent=14)
    yield ""


def _tracing(trace: ReportTrace, catalogue: Catalogue) -> str:
    facts = [words.REPORTING_WORDS[trace.reporting]]
    credited = [c.name + (f" via {c.via}" if c.via else "") for c in trace.credits]
    if credited:
        facts.append(f"credits {words.listed(credited, 4)}")
    copies = [words.outlet_name(catalogue.documents[copy]) for copy in trace.copies]
    if copies:
        facts.append(f"shares wording with {words.listed(copies, 4)}")
    return "; ".join(facts)
