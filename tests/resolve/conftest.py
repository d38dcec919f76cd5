"""Helpers: documents and attributions from marked text."""

import re
from dataclasses import dataclass

import pytest

from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.document import Document, document_id
from sayso.domain.span import Span
from sayso.resolve.records import LocalActor
from sayso.resolve.within import resolve_within

MARK = re.compile(r"\[([^\]]*)\]")


def make_document(text: str, *, name: str = "a", publisher: str | None = None):
    return Document(
        id=document_id(name),
        uri=name,
        uris=(name,),
        sha256="0" * 64,
        size=len(text),
        media_type="text/plain",
        text=text,
        publisher=publisher,
    )


def make_attribution(document, source, content=(), style=Style.INDIRECT):
    spans = tuple(Span(document=document.id, start=s, end=e) for s, e in source)
    said = tuple(Span(document=document.id, start=s, end=e) for s, e in content)
    return Attribution(
        id=attribution_id(document.id, spans, (), said),
        document=document.id,
        source=spans,
        cue=(),
        content=said,
        style=style,
        polarity=Polarity.HOLDS,
        certainty=Certainty.CERTAIN,
        act=Act.ASSERT,
        confidence=1.0,
    )


@dataclass
class Read:
    """What `resolve_within` made of a marked text."""

    document: Document
    attributions: list[Attribution]
    actors: list[LocalActor]

    def of(self, number: int) -> LocalActor | None:
        """The actor of the `number`-th mark, the first one where there are several."""
        wanted = self.attributions[number].id
        found = [
            (m.span.start, a)
            for a in self.actors
            for m in a.mentions
            if m.attribution == wanted
        ]
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def name(self, number: int) -> str | None:
        actor = self.of(number)
        return actor.names[0] if actor else None

    def authority(self, number: int) -> str | None:
        actor = self.of(number)
        by_key = {a.key: a for a in self.actors}
        return by_key[actor.authority].names[0] if actor and actor.authority else None


def read_marked(text: str, *, name: str = "a", publisher: str | None = None) -> Read:
    """Resolve a text in which every source stands in square brackets."""
    plain, spans, at = "", [], 0
    for match in MARK.finditer(text):
        plain += text[at : match.start()]
        spans.append((len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        at = match.end()
    plain += text[at:]
    document = make_document(plain, name=name, publisher=publisher)
    attributions = [make_attribution(document, [span]) for span in spans]
    return Read(document, attributions, resolve_within(document, attributions))


@pytest.fixture
def read():
    return read_marked
