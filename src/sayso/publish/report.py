"""The self-contained report: one HTML file that loads nothing and runs nothing."""

import base64
import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.domain.actor import Actor
from sayso.domain.answer import Answer
from sayso.domain.claim import Stance
from sayso.domain.document import Document, Unread
from sayso.domain.ids import ActorId, AttributionId, DocumentId
from sayso.domain.origin import ReportTrace
from sayso.domain.span import span_text
from sayso.publish import words
from sayso.publish.figures.drawing import draw
from sayso.publish.figures.tree import origin_tree
from sayso.publish.rows import Catalogue
from sayso.publish.sayings import Saying, credited, is_contested, reports, sayings


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReport:
    """What goes into a report.

    Attributes:
        title: of the case, as a reader would call it.
        answers: its claims, most contested first.
        catalogue: all documents and actors of the case.
        attributions: how many statements were found in all.
        made: time zone aware.
        version: of sayso.
    """

    title: str
    answers: Sequence[Answer]
    catalogue: Catalogue
    unread: Sequence[Unread]
    attributions: int
    made: datetime
    version: str

    @property
    def sources(self) -> int:
        """How many actors speak in the case."""
        return len(self.catalogue.actors)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim, with what its template looks up.

    Attributes:
        asserting: reports that assert it.
        denying: reports that deny it.
        taken: attributions whose id another claim above already has as its anchor.
        trees: the origin tree of each side that has any report, as SVG.
    """

    answer: Answer
    asserting: int
    denying: int
    traces: Mapping[DocumentId, ReportTrace]
    taken: frozenset[AttributionId]
    trees: Sequence[Markup]

    def anchor(self, attribution: AttributionId) -> str:
        """Return an id that stands once on the page: bare where it comes first."""
        if attribution in self.taken:
            return f"{self.answer.claim.id}-{attribution}"
        return attribution


def render(report: CaseReport) -> str:
    """Return the report as one HTML page.

    Everything from the case is escaped. The page has no script; its content security
    policy forbids all but the one style sheet, named by its hash.
    """
    style = _style()
    views = _views(report.answers, report.catalogue)
    contested = [view for view in views if is_contested(view.answer)]
    return (
        _environment(report.catalogue)
        .get_template("report.html.j2")
        .render(
            report=report,
            policy=_policy(style),
            # Markup: a style sheet is raw text in HTML, and this one is our own.
            style=Markup(style),  # noqa: S704 - as above
            documents=list(report.catalogue.documents.values()),
            dates=_dates(report.catalogue.documents.values()),
            contested=contested,
            others=[view for view in views if not is_contested(view.answer)],
            faulty=[file for file in report.unread if not file.set_aside],
            speakers=_speakers(views),
        )
    )


def _views(answers: Iterable[Answer], catalogue: Catalogue) -> list[ClaimView]:
    views: list[ClaimView] = []
    taken: set[AttributionId] = set()
    for answer in answers:
        views.append(
            ClaimView(
                answer=answer,
                asserting=reports(answer, Stance.ASSERTS),
                denying=reports(answer, Stance.DENIES),
                traces={trace.document: trace for trace in answer.documents},
                taken=frozenset(taken),
                trees=_trees(answer, catalogue),
            )
        )
        sides = (answer.asserted_by, answer.denied_by, answer.uncommitted)
        taken |= {a.id for side in sides for voice in side for a in voice.attributions}
    return views


def _trees(answer: Answer, catalogue: Catalogue) -> list[Markup]:
    """Return the drawings of both sides, where there is something to draw."""
    found = [
        origin_tree(answer, side, catalogue) for side in (Stance.ASSERTS, Stance.DENIES)
    ]
    # Markup: the drawing escapes what it takes from the case.
    return [Markup(draw(tree)) for tree in found if tree.edges]  # noqa: S704 - above


def _speakers(
    views: Sequence[ClaimView],
) -> list[tuple[Actor, list[tuple[str, ClaimView]]]]:
    """Return each actor with its position on each claim, in order of first words."""
    found: dict[ActorId, tuple[Actor, list[tuple[str, ClaimView]]]] = {}
    for view in views:
        sides = (
            ("asserts", view.answer.asserted_by),
            ("denies", view.answer.denied_by),
            ("settles nothing on", view.answer.uncommitted),
        )
        for stance, side in sides:
            for voice in side:
                if voice.actor:
                    entry = found.setdefault(voice.actor.id, (voice.actor, []))
                    entry[1].append((stance, view))
    return list(found.values())


def _dates(documents: Iterable[Document]) -> str:
    days = sorted(d.published for d in documents if d.published)
    if not days:
        return ""
    first, last = words.day(days[0]), words.day(days[-1])
    return first if first == last else f"{first} to {last}"


def _page(saying: Saying) -> int | None:
    """Return the page on which a quote starts, where the report has pages."""
    pages = saying.document.pages
    return bisect_right(pages, saying.quote.start) if pages else None


def _cue(saying: Saying) -> str:
    return words.clean(span_text(saying.document.text, saying.attribution.cue))


def _environment(catalogue: Catalogue) -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "clean": words.clean,
        "squeeze": words.squeeze,
        "count": words.count,
        "day": words.day,
        "size": words.size,
        "origins": words.origins,
        "outlet_name": words.outlet_name,
        "report_name": words.report_name,
        "speaker": words.speaker,
        "commitment": words.commitment,
        "listed": lambda names: words.listed([words.clean(name) for name in names]),
        "reporting": words.REPORTING_WORDS.__getitem__,
        "credit_kind": words.CREDIT_WORDS.__getitem__,
        "credited": credited,
        "sayings": lambda found: sayings(found, catalogue),
        "known": lambda ids: [catalogue.documents[document] for document in ids],
        "page": _page,
        "cue": _cue,
    }
    return environment


@cache
def _style() -> str:
    templates = resources.files("sayso.publish").joinpath("templates")
    return templates.joinpath("report.css").read_text(encoding="utf-8").strip()


def _policy(style: str) -> str:
    """Allow the one style sheet by its hash, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
