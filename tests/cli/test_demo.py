def test_the_demo_puts_its_files_where_it_is_told(sayso, case, tmp_path) -> None:
    home = tmp_path / "demo"
    result = sayso("demo", home)
    assert result.exit_code == 0
    assert ("build", [str(home / "reports")], None) in case.asked
    assert len([*(home / "reports").iterdir()]) >= 14
    assert (home / "demo.html").is_file()


def test_the_demo_shows_claims_a_question_and_the_next_step(sayso, tmp_path) -> None:
    text = sayso("demo", tmp_path).stdout
    assert text.index("$ sayso claims") < text.index("$ sayso ask")
    assert "asserted by" in text
    assert "Where to go next" in text


def test_the_demo_never_mixes_with_other_files(sayso, tmp_path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = sayso("demo", tmp_path)
    assert result.exit_code == 2
    assert "holds other files" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_is_no_place_for_the_demo(sayso, tmp_path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    result = sayso("demo", tmp_path / "x")
    assert result.exit_code == 2
    assert "is a file" in result.stderr
