"""A hand-made case of four reports: what publishing and the command line are given."""

import hashlib
from datetime import UTC, date, datetime

from sayso.domain.actor import Actor, ActorKind, Suggestion
from sayso.domain.answer import Answer, Voice
from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.claim import Claim, Stance
from sayso.domain.document import DateBasis, Document, Unread, document_id
from sayso.domain.ids import ActorId, ClaimId, JudgementId
from sayso.domain.judgement import Judgement, Verdict
from sayso.domain.origin import (
    Credit,
    CreditKind,
    Origin,
    OriginCount,
    Reporting,
    ReportTrace,
)
from sayso.domain.span import Span
from sayso.publish.rows import Catalogue


def document(uri, text, **facts):
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Document(
        id=document_id(digest),
        uri=uri,
        uris=(uri, *facts.pop("copies", ())),
        sha256=digest,
        size=len(raw),
        media_type="text/plain",
        text=text,
        **facts,
    )


def spans(where, *phrases):
    found = []
    for phrase in phrases:
        start = where.text.index(phrase)
        found.append(Span(document=where.id, start=start, end=start + len(phrase)))
    return tuple(found)


def said(where, source, cue, *content, actor=None, **how):
    roles = (
        spans(where, source) if source else (),
        spans(where, cue) if cue else (),
        spans(where, *content),
    )
    return Attribution(
        id=attribution_id(where.id, *roles),
        document=where.id,
        source=roles[0],
        cue=roles[1],
        content=roles[2],
        style=how.get("style", Style.INDIRECT),
        polarity=how.get("polarity", Polarity.HOLDS),
        certainty=how.get("certainty", Certainty.CERTAIN),
        act=how.get("act", Act.ASSERT),
        confidence=0.9,
        actor=actor.id if actor else None,
        parent=how.get("parent"),
    )


LANTERN = document(
    "reports/lantern.txt",
    "Keepers paid to look away\n\n"
    "The harbour office paid two lighthouse keepers to report ships late, a former "
    "bookkeeper told the Lantern. “I wrote the cheques myself,” she said.\n",
    title="Keepers paid to look away",
    publisher="The Lantern",
    published=date(2031, 3, 4),
    published_basis=DateBasis.DATELINE,
    language="en",
)
ECHO = document(
    "reports/echo.html",
    "According to the Lantern, the harbour office paid two lighthouse keepers to "
    "report ships late. The office called it <b>nonsense & lies</b>.\n",
    publisher="Coast Echo",
    published=date(2031, 3, 5),
    published_basis=DateBasis.METADATA,
    language="en",
)
COPY = document(
    "reports/copy.txt",
    "According to the Lantern, the harbour office paid two lighthouse keepers to "
    "report ships late. It was raining.\n",
    copies=("reports/again.txt",),
)
MINISTER = document(
    "reports/minister.txt",
    "The minister may resign. Asked about it, he said that he knew of no such "
    "payments.\n",
    title="=Minister: I knew nothing",
    publisher="Radio Nine",
)

CLERK = Actor(
    id=ActorId("act-0000000000000001"),
    name="former bookkeeper",
    names=("former bookkeeper", "she"),
    kind=ActorKind.UNNAMED,
    scope=LANTERN.id,
)
OUTLET = Actor(
    id=ActorId("act-0000000000000002"),
    name="The Lantern",
    names=("The Lantern", "the Lantern"),
    kind=ActorKind.OUTLET,
)
OFFICE = Actor(
    id=ActorId("act-0000000000000003"),
    name="the harbour office",
    names=("the harbour office", "The office"),
    kind=ActorKind.ORGANIZATION,
)
OFFICIAL = Actor(
    id=ActorId("act-0000000000000004"),
    name="The minister",
    names=("The minister",),
    kind=ActorKind.PERSON,
    authority=OFFICE.id,
)

PAID = "harbour office paid two lighthouse keepers to report ships late"
TOLD = said(LANTERN, "a former bookkeeper", "told", PAID, actor=CLERK, act=Act.ACCUSE)
CHEQUES = said(
    LANTERN,
    "she",
    "said",
    "I wrote the cheques myself",
    actor=CLERK,
    style=Style.DIRECT,
)
PASSED_ON = said(ECHO, "the Lantern", "According to", PAID, actor=OUTLET)
COPIED = said(COPY, "the Lantern", "According to", PAID, actor=OUTLET)
DENIED = said(
    ECHO,
    "The office",
    "called",
    "it <b>nonsense & lies</b>",
    actor=OFFICE,
    polarity=Polarity.REJECTS,
    act=Act.DENY,
)
KNEW = said(
    MINISTER,
    "he",
    "said",
    "he knew of no such payments",
    actor=OFFICIAL,
    polarity=Polarity.REJECTS,
    act=Act.DENY,
)
RESIGN = said(
    MINISTER,
    None,
    None,
    "The minister may resign",
    style=Style.OWN_VOICE,
    certainty=Certainty.POSSIBLE,
)
DOCUMENTS = (LANTERN, ECHO, COPY, MINISTER)
ACTORS = (CLERK, OUTLET, OFFICE, OFFICIAL)
ATTRIBUTIONS = (TOLD, CHEQUES, PASSED_ON, DENIED, COPIED, KNEW, RESIGN)
CATALOGUE = Catalogue(
    documents={d.id: d for d in DOCUMENTS}, actors={a.id: a for a in ACTORS}
)

UNREAD = (
    Unread(
        uri="reports/scan.pdf",
        sha256="ab" * 32,
        size=2_400_000,
        reason="it holds pictures of pages and no text",
        remedy="run it through text recognition (OCR) and build again",
    ),
)


def trace(where, stance, reporting, credited=(), copies=()):
    return ReportTrace(
        document=where.id,
        stance=stance,
        reporting=reporting,
        credits=credited,
        copies=copies,
    )


CREDIT = Credit(
    document=ECHO.id,
    span=PASSED_ON.source[0],
    name="former bookkeeper",
    kind=CreditKind.UNNAMED,
    stance=Stance.ASSERTS,
    via="The Lantern",
)
CONTESTED = Answer(
    claim=Claim(id=ClaimId("clm-00000000000000aa"), proposition=f"The {PAID}"),
    asserted_by=(
        Voice(actor=CLERK, attributions=(TOLD, CHEQUES)),
        Voice(actor=OUTLET, attributions=(COPIED, PASSED_ON)),
    ),
    denied_by=(Voice(actor=OFFICE, attributions=(DENIED,)),),
    uncommitted=(Voice(actor=OFFICIAL, attributions=(KNEW,)),),
    asserting=OriginCount(
        low=1,
        high=2,
        origins=(
            Origin(
                name="former bookkeeper",
                kind=CreditKind.UNNAMED,
                documents=(LANTERN.id,),
                evidence=TOLD.source,
            ),
        ),
        unresolved=(
            Origin(
                name="the writer of the copy",
                kind=CreditKind.OUTLET,
                documents=(COPY.id,),
                evidence=(),
            ),
        ),
    ),
    denying=OriginCount(
        low=1,
        high=1,
        origins=(
            Origin(
                name="the harbour office",
                kind=CreditKind.ORGANIZATION,
                documents=(ECHO.id,),
                evidence=DENIED.source,
            ),
        ),
        unresolved=(),
    ),
    documents=(
        trace(LANTERN, Stance.ASSERTS, Reporting.OWN),
        trace(ECHO, Stance.DENIES, Reporting.MIXED, (CREDIT,), (COPY.id,)),
        trace(COPY, Stance.ASSERTS, Reporting.DERIVED, (), (ECHO.id,)),
        trace(MINISTER, Stance.UNCOMMITTED, Reporting.UNCLEAR),
    ),
    contest=0.75,
    warnings=("One report has no date, so what came first is a guess.",),
)
UNCONTESTED = Answer(
    claim=Claim(id=ClaimId("clm-00000000000000bb"), proposition="The minister resigns"),
    asserted_by=(Voice(actor=None, attributions=(RESIGN,)),),
    denied_by=(),
    uncommitted=(Voice(actor=OFFICIAL, attributions=(KNEW,)),),
    asserting=OriginCount(low=0, high=0, origins=(), unresolved=()),
    denying=OriginCount(low=0, high=0, origins=(), unresolved=()),
    documents=(trace(MINISTER, Stance.ASSERTS, Reporting.OWN),),
)
JUDGEMENT = Judgement(
    id=JudgementId("jdg-0000000000000001"),
    verdict=Verdict.DIFFERENT,
    left=OFFICE.id,
    right=OFFICIAL.id,
    anchors=(OFFICE.name, OFFICIAL.name),
    who="kim",
    why="one is a person",
    made=datetime(2031, 3, 6, 12, tzinfo=UTC),
)
SUGGESTION = Suggestion(
    left=OFFICE.id, right=OFFICIAL.id, score=0.61, why="he speaks for it"
)
