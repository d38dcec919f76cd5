from sayso.store.records import Problem


def test_a_sound_case(sayso) -> None:
    result = sayso("verify", "c.sayso")
    assert result.exit_code == 0
    assert result.stderr == "All in order.\n"


def test_problems_are_listed_and_give_status_1(sayso, case) -> None:
    case.problems = (
        Problem(what="its hash differs", where="a.txt", remedy="build again"),
    )
    result = sayso("verify", "c.sayso")
    assert result.exit_code == 1
    assert result.stdout == "a.txt: its hash differs\n  build again\n"
