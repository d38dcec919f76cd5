"""Turn the source words of one document's attributions into actors."""

from collections.abc import Sequence
from functools import partial

from sayso.domain.actor import ActorKind
from sayso.domain.attribution import Attribution, Style
from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.resolve.cast import Cast
from sayso.resolve.figure import Figure
from sayso.resolve.page import Page
from sayso.resolve.reader import SourceReader
from sayso.resolve.records import LocalActor, LocalMention
from sayso.resolve.source import Form, SourceWords, read_source
from sayso.resolve.words import fold, without_article


def resolve_within(
    document: Document, attributions: Sequence[Attribution]
) -> list[LocalActor]:
    """Return the actors who are the sources of a document's attributions.

    Args:
        document: the report.
        attributions: its attributions, in any order; their `actor` is not used.

    Returns:
        Actors in order of first appearance; an actor without mentions is there only
        because another speaks for it.
    """
    page = Page(document.text)
    cast = Cast(page, document.publisher)
    reader = SourceReader(cast, attributions)
    spoken = [a for a in attributions if a.style is not Style.OWN_VOICE and a.source]
    read = [(a, _longest(page, a)) for a in spoken]
    for attribution, words in sorted(read, key=partial(_place, page)):
        for span, figure in reader.resolve(attribution, words):
            figure.mentions.append(
                LocalMention(
                    attribution=attribution.id,
                    span=Span(document=document.id, start=span[0], end=span[1]),
                )
            )
    _own_voice(attributions, cast)
    return _local_actors(document, cast)


def _longest(page: Page, attribution: Attribution) -> SourceWords:
    """Read the stretch of a source that says most: a name before a pronoun."""
    read = [read_source(page, span.start, span.end) for span in attribution.source]
    ranks = {Form.NAME: 3, Form.DESCRIPTION: 2, Form.NOTHING: 0}
    return max(read, key=lambda w: (ranks.get(w.form, 1), -w.start))


def _place(page: Page, pair: tuple[Attribution, SourceWords]) -> tuple[bool, int, str]:
    """Put sources outside quotes first: who speaks inside depends on who quotes."""
    attribution, words = pair
    return page.quoted(words.start), words.start, attribution.id


def _own_voice(attributions: Sequence[Attribution], cast: Cast) -> None:
    """Give what the report says in its own voice to its publisher, where known."""
    if cast.publisher is None:
        return
    cast.publisher.mentions += [
        LocalMention(attribution=attribution.id, span=attribution.content[0])
        for attribution in attributions
        if attribution.style is Style.OWN_VOICE and attribution.content
    ]


def _local_actors(document: Document, cast: Cast) -> list[LocalActor]:
    speaking = [f for f in cast.figures if f.mentions]
    needed: list[Figure] = []
    for figure in speaking:
        step: Figure | None = figure
        while step is not None and step not in needed:
            needed.append(step)
            step = step.authority
    needed.sort(key=_first_place)
    keys = {id(figure): f"{at}" for at, figure in enumerate(needed)}
    return [_local(document, figure, keys) for figure in needed]


def _first_place(figure: Figure) -> tuple[int, str]:
    starts = [m.span.start for m in figure.mentions]
    return min([figure.first, *starts]), next(iter(figure.forms))


def _local(document: Document, figure: Figure, keys: dict[int, str]) -> LocalActor:
    return LocalActor(
        document=document.id,
        key=keys[id(figure)],
        kind=figure.kind or ActorKind.ORGANIZATION,
        names=_names(figure),
        entry=figure.entry.id if figure.entry is not None else "",
        roles=tuple(figure.roles),
        places=tuple(dict.fromkeys(figure.places)),
        gender=figure.gender,
        generic=figure.generic,
        authority=keys[id(figure.authority)] if figure.authority is not None else None,
        mentions=tuple(sorted(figure.mentions, key=lambda m: (m.span, m.attribution))),
    )


def _names(figure: Figure) -> tuple[str, ...]:
    """Return the forms of a figure, the one a reader would cite first."""
    unique: dict[str, str] = {}
    for form in figure.forms:
        unique.setdefault(without_article(fold(form)), form)
    forms = list(unique.values())
    if figure.entry is not None:
        rest = [form for form in forms if form != figure.entry.name]
        return (figure.entry.name, *rest)
    if figure.kind is ActorKind.PERSON:
        forms.sort(key=lambda form: (-len(form.split()), -len(form), form))
    return tuple(forms)
