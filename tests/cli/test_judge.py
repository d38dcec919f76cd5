from sayso.domain.judgement import Verdict


def test_a_judgement_reaches_the_case_with_its_reason(sayso, case) -> None:
    result = sayso("judge", "c.sayso", "same", "act-1", "act-2", "--why", "one man")
    assert result.exit_code == 0
    _, verdict, left, right, why, who = case.asked[-1]
    assert (verdict, left, right, why) == (Verdict.SAME, "act-1", "act-2", "one man")
    assert who
    assert "are different" in result.stderr, "what the case kept is what is said"


def test_the_author_can_be_named(sayso, case) -> None:
    sayso("judge", "c.sayso", "same", "a", "b", "--why", "x", "--who", "kim")
    assert case.asked[-1][-1] == "kim"


def test_no_reason_no_judgement(sayso, case) -> None:
    assert sayso("judge", "c.sayso", "same", "act-1", "act-2").exit_code == 2
    assert case.asked == []


def test_only_two_verdicts(sayso) -> None:
    result = sayso("judge", "c.sayso", "maybe", "a", "b", "--why", "x")
    assert result.exit_code == 2
    assert "same" in result.stderr


def test_a_user_without_a_name_can_judge(sayso, case, monkeypatch) -> None:
    def nameless() -> str:
        raise OSError

    monkeypatch.setattr("sayso.cli.judge.getpass.getuser", nameless)
    assert sayso("judge", "c.sayso", "same", "a", "b", "--why", "x").exit_code == 0
    assert case.asked[-1][-1] == "unknown"
