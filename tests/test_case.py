"""The Python face: a few lines do what the command line does."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.case import Case
from sayso.domain.actor import Actor
from sayso.domain.answer import Answer
from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.judgement import Judgement
from sayso.errors import JudgementError, MissingCaseError, NotFoundError

REPORTS = {
    "a.txt": "Karl Oster said the mill was sold. Lena Oster denied the mill was sold.",
    "b.txt": "Minister Karl Oster said the mill was sold to a bank.",
    "c.txt": "Officials said the bridge was safe, and Mrs Oster said it was not.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("mill")
    for name, text in REPORTS.items():
        (place / name).write_text(text, encoding="utf-8")
    path = place / "mill.sayso"
    with Case.open(path, create=True) as case:
        case.build([place], workers=1)
    return path


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Iterator[Case]:
    path = tmp_path / "mill.sayso"
    path.write_bytes(built.read_bytes())
    with Case.open(path) as opened:
        yield opened


def two_actors(case: Case) -> tuple[Actor, Actor]:
    one, other = case.actors()[:2]
    return one, other


def test_listings_give_records(case: Case) -> None:
    assert all(isinstance(item, Document) for item in case.documents())
    assert all(isinstance(item, Attribution) for item in case.attributions())
    assert all(isinstance(item, Actor) for item in case.actors())
    assert all(isinstance(item, Answer) for item in case.claims())
    assert case.unread() == []
    assert case.judgements() == []
    assert len(case.actors()) >= 2


def test_attributions_of_one_report_or_one_actor(case: Case) -> None:
    everything = case.attributions()
    document = case.documents()[0]
    ours = case.attributions(document=document.id)
    assert ours == [a for a in everything if a.document == document.id]
    actor = next(a.actor for a in everything if a.actor)
    said = case.attributions(actor=actor)
    assert said
    assert all(item in everything for item in said)


def test_a_question_is_answered(case: Case) -> None:
    answer = case.ask("The mill was sold")
    assert answer.claim.asked
    assert answer.asserted_by or answer.denied_by or answer.uncommitted
    bearing = {trace.document for trace in answer.documents}
    assert bearing <= {document.id for document in case.documents()}


def test_the_origin_tree_of_a_claim_is_a_figure(case: Case) -> None:
    answer = case.claims()[0]
    figure = case.origin_tree(answer)
    assert figure.tree.proposition == answer.claim.proposition
    assert figure._repr_svg_().startswith("<svg")


def test_asking_changes_nothing(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "mill.sayso"
    before = path.read_bytes()
    case.ask("The mill was sold")
    case.close()
    assert path.read_bytes() == before


def test_any_id_or_its_beginning_is_shown(case: Case) -> None:
    for record in (case.documents()[0], case.attributions()[0], case.actors()[0]):
        assert case.show(record.id) == record
        assert case.show(record.id[:-2]) == record
    for answer in case.claims():
        assert case.show(answer.claim.id) == answer


def test_an_id_that_fits_nothing_or_several_is_refused(case: Case) -> None:
    for wrong in ("", "doc-ffffffffffffffff", "nonsense"):
        with pytest.raises(NotFoundError, match="no record"):
            case.show(wrong)
    with pytest.raises(NotFoundError, match="several ids") as caught:
        case.show("doc-")
    assert case.documents()[0].id in str(caught.value) or "…" in str(caught.value)


def test_words_are_found(case: Case) -> None:
    found = case.search("bridge safe")
    assert [Path(document.uri).name for document in found] == ["c.txt"]


# -- judgements ------------------------------------------------------------------------


def test_two_actors_judged_the_same_become_one_and_stay_so(
    case: Case, built: Path
) -> None:
    one, other = two_actors(case)
    before = len(case.actors())
    judged = case.judge("same", one.id, other.id, why="one person", who="editor")
    assert isinstance(judged, Judgement)
    assert judged.anchors == (one.name, other.name)
    assert len(case.actors()) == before - 1
    case.build([built.parent], workers=1)
    assert len(case.actors()) == before - 1
    assert case.judgements() == [judged]


def test_a_later_judgement_takes_it_back(case: Case) -> None:
    one, other = two_actors(case)
    before = case.actors()
    first = case.judge("same", one.id, other.id, why="looks so")
    assert other.id not in {actor.id for actor in case.actors()}
    second = case.judge("different", one.id, other.id, why="it was not")
    assert case.actors() == before
    assert case.judgements() == [first, second]


def test_judgements_that_make_no_sense_are_refused(case: Case) -> None:
    one, other = two_actors(case)
    document, said = case.documents()[0], case.attributions()[0]
    with pytest.raises(JudgementError, match="one record"):
        case.judge("same", one.id, one.id, why="?")
    with pytest.raises(JudgementError, match="neither an actor nor a claim"):
        case.judge("same", document.id, one.id, why="?")
    with pytest.raises(JudgementError, match="neither an actor nor a claim"):
        case.judge("same", said.id, said.id, why="?")
    with pytest.raises(NotFoundError):
        case.judge("same", one.id, "act-ffffffffffffffff", why="?")
    with pytest.raises(JudgementError, match="same or different"):
        case.judge("perhaps", one.id, other.id, why="?")
    with pytest.raises(JudgementError, match="reason"):
        case.judge("same", one.id, other.id, why="  ")
    assert case.judgements() == []


def test_a_judgement_is_a_record_like_any_other(case: Case) -> None:
    one, other = two_actors(case)
    judged = case.judge("different", one.id, other.id, why="father and daughter")
    assert case.show(judged.id) == judged
    assert judged.made.tzinfo is not None


# -- opening ---------------------------------------------------------------------------


def test_a_case_is_made_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "new.sayso"
    with pytest.raises(MissingCaseError):
        Case.open(path)
    with Case.open(str(path), create=True) as case:
        assert case.documents() == []
        assert case.claims() == []
        assert case.verify() == []


def test_a_single_input_need_not_be_a_list(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_text("The mayor said the bridge was open.")
    with Case.open(tmp_path / "new.sayso", create=True) as case:
        assert case.build(str(place)).files == 1
        assert case.build(place).unchanged == 1


def test_the_front_door_offers_the_case() -> None:
    assert sayso.Case is Case  # noqa: TID251 - this is the test of the front door
    with pytest.raises(AttributeError, match="nonsense"):
        _ = sayso.nonsense


def test_listings_load_no_model_and_no_reader(built: Path) -> None:
    code = (
        "import sys; from sayso.case import Case\n"
        "with Case.open(sys.argv[1]) as case:\n"
        "    case.documents(), case.attributions(), case.actors(), case.claims()\n"
        "heavy = {'onnxruntime', 'tokenizers', 'duckdb', 'trafilatura', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", code, str(built)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
