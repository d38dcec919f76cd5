"""A small case made by hand: two reports, three voices, one claim, one copy."""

import hashlib
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from sayso.domain.actor import Actor, ActorKind, ActorMention, Suggestion
from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.claim import Bearing, Claim, DocumentStance, Orientation, Stance
from sayso.domain.document import DateBasis, Document, Unread, document_id
from sayso.domain.ids import ActorId, ClaimId
from sayso.domain.origin import (
    Copy,
    Credit,
    CreditKind,
    Origin,
    OriginCount,
    Reporting,
    ReportTrace,
)
from sayso.domain.span import Span
from sayso.store.packing import pack
from sayso.store.records import Analysis, ClaimEntry, FileRead, ReadItem, Traced
from sayso.store.writing import Writing

FIRST = "Minister Oru said the dam held. «Über alles gut», she added."
SECOND = "A clerk denied that the dam held."


def report(text: str, uri: str) -> Document:
    raw = text.encode()
    sha256 = hashlib.sha256(raw).hexdigest()
    return Document(
        id=document_id(sha256),
        uri=uri,
        uris=(uri,),
        sha256=sha256,
        size=len(raw),
        media_type="text/plain",
        text=text,
        title="The dam",
        publisher="Valley Post",
        published=date(2031, 5, 4),
        published_basis=DateBasis.DATELINE,
        language="en",
        pages=(0, 7),
    )


def file_of(
    document: Document, *, mark: str = "v1", place: int = 0, uri: str | None = None
) -> FileRead:
    raw = pack(document.sha256, document.size, document.text.encode())
    item = ReadItem(document=document, unread=None, raw=raw)
    return FileRead(
        uri=uri or document.uri, fingerprint=mark, place=place, items=(item,)
    )


def saying(document: Document, source: str, cue: str, content: str) -> Attribution:
    def spans(part: str) -> tuple[Span, ...]:
        start = document.text.index(part)
        return (Span(document=document.id, start=start, end=start + len(part)),)

    roles = spans(source), spans(cue), spans(content)
    return Attribution(
        id=attribution_id(document.id, *roles),
        document=document.id,
        source=roles[0],
        cue=roles[1],
        content=roles[2],
        style=Style.INDIRECT,
        polarity=Polarity.REJECTS if cue == "denied" else Polarity.HOLDS,
        certainty=Certainty.CERTAIN,
        act=Act.DENY if cue == "denied" else Act.ASSERT,
        confidence=0.9,
    )


class Made:
    """The records of the small case."""

    def __init__(self) -> None:
        self.first, self.second = report(FIRST, "a.txt"), report(SECOND, "b.txt")
        self.said = saying(self.first, "Minister Oru", "said", "the dam held")
        self.quoted = replace(
            saying(self.first, "she", "added", "Über alles gut"), parent=self.said.id
        )
        self.denied = saying(self.second, "A clerk", "denied", "the dam held")
        self.actors = (
            Actor(
                id=ActorId("act-1"),
                name="Minister Oru",
                names=("Minister Oru", "Oru"),
                kind=ActorKind.PERSON,
                authority=ActorId("act-2"),
            ),
            Actor(
                id=ActorId("act-2"),
                name="Ministry",
                names=("Ministry",),
                kind=ActorKind.ORGANIZATION,
            ),
            Actor(
                id=ActorId("act-3"),
                name="a clerk",
                names=("a clerk",),
                kind=ActorKind.UNNAMED,
                scope=self.second.id,
            ),
        )
        self.mentions = (
            self.mention(self.said, "act-1"),
            self.mention(self.quoted, "act-1"),
            self.mention(self.denied, "act-3"),
        )
        self.suggestion = Suggestion(
            left=ActorId("act-1"), right=ActorId("act-3"), score=0.5, why="both named"
        )
        self.copy = Copy(
            left=Span(document=self.first.id, start=3, end=9),
            right=Span(document=self.second.id, start=2, end=7),
            shared=8,
            containment=0.25,
        )

    @staticmethod
    def mention(attribution: Attribution, actor: str) -> ActorMention:
        return ActorMention(
            actor=ActorId(actor),
            attribution=attribution.id,
            span=attribution.source[0],
        )

    def entry(self) -> ClaimEntry:
        claim = Claim(id=ClaimId("clm-1"), proposition="The dam held.")
        origin = Origin(
            name="Oru",
            kind=CreditKind.PERSON,
            documents=(self.first.id,),
            evidence=self.said.source,
        )
        credit = Credit(
            document=self.first.id,
            span=self.said.source[0],
            name="Oru",
            kind=CreditKind.PERSON,
            stance=Stance.ASSERTS,
        )
        count = OriginCount(low=1, high=2, origins=(origin,), unresolved=())
        trace = ReportTrace(
            document=self.first.id,
            stance=Stance.ASSERTS,
            reporting=Reporting.OWN,
            credits=(credit,),
            copies=(self.second.id,),
        )
        return ClaimEntry(
            claim=claim,
            contest=0.75,
            trace=Traced(
                reports=(trace,), asserting=count, denying=count, warnings=("Mind.",)
            ),
            bearings=(
                self.bearing(self.denied, Stance.DENIES),
                self.bearing(self.said, Stance.ASSERTS),
            ),
            documents=(
                DocumentStance(
                    claim=claim.id,
                    document=self.first.id,
                    stance=Stance.ASSERTS,
                    relevance=0.8,
                ),
            ),
        )

    @staticmethod
    def bearing(attribution: Attribution, stance: Stance) -> Bearing:
        return Bearing(
            claim=ClaimId("clm-1"),
            attribution=attribution.id,
            orientation=Orientation.SAME,
            stance=stance,
            relevance=0.9,
        )

    def write(self, writing: Writing) -> None:
        """Do what a build does with the two reports."""
        gone = Unread(uri="c.pdf", sha256=None, size=4, reason="cut", remedy="mend")
        unread = ReadItem(document=None, unread=gone, raw=None)
        writing.file_read(file_of(self.first, place=0))
        writing.file_read(file_of(self.second, place=1))
        writing.file_read(
            FileRead(uri="c.pdf", fingerprint="v1", place=2, items=(unread,))
        )
        writing.analysed(
            Analysis(
                document=self.first.id,
                version="1",
                attributions=(self.said, self.quoted),
                local='["first"]',
                index=b"one",
            )
        )
        writing.analysed(
            Analysis(
                document=self.second.id,
                version="1",
                attributions=(self.denied,),
                local='["second"]',
                index=b"two",
            )
        )
        writing.people(self.actors, self.mentions, (self.suggestion,), "p1")
        writing.copies((self.copy,), "c1")
        writing.claims((self.entry(),), "q1")
        writing.finish()


def dump(path: Path) -> list[str]:
    """Return every record of a case as text; search tables are SQLite's own."""
    with sqlite3.connect(path) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return [line for line in lines if "document_search" not in line]
