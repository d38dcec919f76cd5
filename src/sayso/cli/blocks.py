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
from sayso.publish.sayings import Saying, credited, reports, sayings

VOICES_A_SIDE = 8
"""Voices before the rest becomes a number: the two sides fit a few screenfuls."""
QUOTES_A_VOICE = 3
"""Quotes of one voice before the rest becomes a number."""
_NAMES_A_SIDE = 3


def headline(number: int, answer: Answer) -> Iterator[RenderableType]:
    """Yield one claim as a listing shows it: both sides in four lines."""
    lead = f"{number:>3}  "
    pad = len(lead)
    yield line(lead, (answer.claim.proposition, STRONG), hang=pad)
    sides = (
        ("asserted by ", YES, answer.asserted_by, answer.asserting),
        ("denied by   ", NO, answer.denied_by, answer.denying),
    )
    for label, style, voices, found in sides:
        named = _named(voices)
        tail = f"  → {words.origins(found)}" if voices else ""
        told = (named or "nobody", (tail, SOFT))
        yield line((label, style), *told, indent=pad, hang=len(label))
    about = f"{words.count(len(answer.documents), 'report')} · {answer.claim.id}"
    yield line((about, SOFT), indent=pad)


def answer_blocks(
    answer: Answer, catalogue: Catalogue, console: Console, *, whole: bool = False
) -> Iterator[RenderableType]:
    """Yield what is known of one claim, each quote in its sentence.

    Args:
        answer: both sides of it.
        catalogue: where its documents are looked up.
        console: on which it is shown.
        whole: show every voice and quote, however many.
    """
    voices_shown = len(catalogue.actors) + 1 if whole else VOICES_A_SIDE
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
        for voice in voices[:voices_shown]:
            yield from voice_blocks(voice, catalogue, console, whole=whole)
        if len(voices) > voices_shown:
            hidden = words.count(len(voices) - voices_shown, "more source")
            yield line(f"… and {hidden}: --all", indent=2)
    yield from _origin_lines(answer)
    yield from _report_lines(answer, catalogue)
    if answer.warnings:
        yield ""
    for warning in answer.warnings:
        yield line(("! ", STRONG), warning, hang=2)


def voice_blocks(
    voice: Voice, catalogue: Catalogue, console: Console, *, whole: bool = False
) -> Iterator[RenderableType]:
    """Yield a name and under it what that voice says, repeated quotes once."""
    name = words.speaker(voice.actor, voice.attributions)
    yield line((name, STRONG), indent=2)
    groups = sayings(voice.attributions, catalogue)
    shown = len(groups) if whole else QUOTES_A_VOICE
    for saying in groups[:shown]:
        yield quoted(saying.quote, console, indent=4)
        yield line((_where(saying), SOFT), indent=4)
    if len(groups) > shown:
        hidden = words.count(len(groups) - shown, "more quote")
        yield line(f"… and {hidden}: --all", indent=4)


def attribution_blocks(
    attribution: Attribution, catalogue: Catalogue, console: Console
) -> Iterator[RenderableType]:
    """Yield one attribution: who, how firmly, the sentence, its id."""
    document = catalogue.documents[attribution.document]
    actor = catalogue.actors.get(attribution.actor) if attribution.actor else None
    firmly = f"  {words.commitment(attribution)}"
    yield line((words.speaker(actor, (attribution,)), STRONG), firmly, indent=2)
    yield quoted(quote_attribution(document.text, attribution), console, indent=4)
    yield line((attribution.id, SOFT), indent=4)


def document_heading(document: Document) -> Iterator[RenderableType]:
    """Yield the lines under which what a report says is listed."""
    facts = [
        words.clean(document.publisher or ""),
        words.day(document.published),
        words.clean(document.uri) if document.title else "",
    ]
    tail = " · ".join(filter(None, facts))
    yield line((words.report_name(document), STRONG))
    yield line(tail, indent=2)


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
            f"{words.count(len(voices), 'source')} in "
            f"{words.count(reports(answer, stance), 'report')} → {words.origins(found)}"
        )
        yield line((label, style), total if voices else "nobody", indent=2)


def _where(saying: Saying) -> str:
    document = saying.document
    also = len(saying.also)
    places = [words.outlet_name(document), words.day(document.published)]
    if also:
        places.append(f"and {words.count(also, 'more report')}")
    return " · ".join(
        [words.commitment(saying.attribution), *places, saying.attribution.id]
    )


def _named(voices: Sequence[Voice]) -> str:
    """Return the names of one side, each with its certainty where they differ."""
    names = [words.speaker(voice.actor, voice.attributions) for voice in voices]
    firmness = [_firmness(voice) for voice in voices]
    if len(set(firmness)) > 1:
        pairs = zip(names, firmness, strict=True)
        return words.listed([f"{name} ({firm})" for name, firm in pairs], _NAMES_A_SIDE)
    told = words.listed(names, _NAMES_A_SIDE)
    both = "all " if len(voices) > 1 else ""
    return f"{told} ({both}{firmness[0]})" if voices else ""


def _firmness(voice: Voice) -> str:
    """Return the firmest certainty that a voice shows."""
    order = [*words.CERTAINTY_WORDS]
    best = min((a.certainty for a in voice.attributions), key=order.index)
    return words.CERTAINTY_WORDS[best]


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
        told = f"{words.origins(found)} ({names}{tail})"
        yield line(f"{side:<12}", told, indent=2, hang=12)


def _report_lines(answer: Answer, catalogue: Catalogue) -> Iterator[RenderableType]:
    if not answer.documents:
        return
    yield ""
    yield line(("REPORTS", STRONG))
    for trace in answer.documents:
        document = catalogue.documents[trace.document]
        name = f"{words.outlet_name(document)}, {words.day(document.published)}"
        yield line(f"{trace.stance.value:<12}", name, indent=2, hang=12)
        yield line((_tracing(trace, catalogue), SOFT), indent=14)
        yield line((words.clean(document.uri), SOFT), indent=14)


def _tracing(trace: ReportTrace, catalogue: Catalogue) -> str:
    facts = [words.REPORTING_WORDS[trace.reporting]]
    names = credited(trace)
    if names:
        facts.append(f"credits {words.listed(names, 4)}")
    copies = [words.outlet_name(catalogue.documents[copy]) for copy in trace.copies]
    if copies:
        facts.append(f"shares wording with {words.listed(copies, 4)}")
    return "; ".join(facts)
