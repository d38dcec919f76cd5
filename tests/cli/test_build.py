import dataclasses

import pytest

from sayso.cli.build import summary
from tests.cli.conftest import BUILT
from tests.publish.records import UNREAD


@pytest.fixture
def reports(tmp_path):
    (tmp_path / "one.txt").write_text("One.", encoding="utf-8")
    return tmp_path


def test_what_could_not_be_read_is_listed_and_gives_status_1(sayso, reports) -> None:
    result = sayso("build", "c.sayso", reports)
    assert result.exit_code == 1
    assert "c.sayso: 4 reports (4 new), 7 statements, 2 claims" in result.stdout
    said = " ".join(result.stderr.split())
    assert UNREAD[0].uri in said
    assert UNREAD[0].reason in said
    assert UNREAD[0].remedy in said


def test_a_clean_build_gives_status_0_and_the_next_step(sayso, case, reports) -> None:
    case.built = dataclasses.replace(BUILT, unread=())
    result = sayso("build", "c.sayso", reports)
    assert result.exit_code == 0
    assert "sayso claims c.sayso" in result.stderr


def test_inputs_and_workers_reach_the_case(sayso, case, reports) -> None:
    sayso("build", "c.sayso", reports, "more/*.txt", "--workers", "3")
    assert ("open", "c.sayso", True) in case.asked
    assert ("build", [str(reports), "more/*.txt"], 3) in case.asked


def test_quiet_keeps_only_what_went_wrong(sayso, reports) -> None:
    result = sayso("build", "c.sayso", reports, "--quiet")
    assert result.stdout == ""
    assert UNREAD[0].uri in result.stderr
    assert "Next" not in result.stderr


def test_ctrl_c_says_what_is_kept(sayso, case, reports) -> None:
    case.raises = KeyboardInterrupt()
    result = sayso("build", "c.sayso", reports)
    assert result.exit_code == 130
    assert "kept in c.sayso" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_folder_given_as_the_case_is_a_slip(sayso, case, reports) -> None:
    result = sayso("build", reports, "c.sayso")
    assert result.exit_code == 2
    assert "the case file comes first" in result.stderr
    assert case.asked == []


def test_inputs_that_do_not_exist_leave_no_case_behind(sayso, case) -> None:
    result = sayso("build", "c.sayso", "nowhere/")
    assert result.exit_code == 2
    assert "nowhere/: no such file or folder" in result.stderr
    assert case.asked == []


def test_no_workers_at_all_are_refused(sayso, reports) -> None:
    assert sayso("build", "c.sayso", reports, "--workers", "0").exit_code == 2


def test_finding_nothing_is_said() -> None:
    empty = dataclasses.replace(BUILT, files=0, unread=())
    assert summary("c.sayso", empty).startswith("Nothing to read")


def test_a_table_set_aside_is_no_fault(sayso, case, reports) -> None:
    table = dataclasses.replace(UNREAD[0], uri="t.csv", reason="is a table", remedy="")
    case.built = dataclasses.replace(BUILT, unread=(table,))
    result = sayso("build", "c.sayso", reports)
    assert result.exit_code == 0
    assert "Set aside: 1 file" in result.stderr
    assert "Could not be read" not in result.stderr
    assert "is a table;" not in result.stderr
