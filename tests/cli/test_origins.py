import csv
import io
import json

CLAIM = "clm-00000000000000aa"


def test_the_tree_goes_from_origin_to_report_with_the_words_that_prove_it(
    sayso,
) -> None:
    text = sayso("origins", "c.sayso", CLAIM).stdout
    assert "asserting: 3 reports → 1–2 origins" in text
    assert text.index("◯ former bookkeeper") < text.index("■ The Lantern")
    assert "«a former bookkeeper» told" in " ".join(text.split())
    assert "◌ the writer of the copy, not traced further" in text
    assert "(inferred)" in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_other_side_is_an_option(sayso) -> None:
    text = sayso("origins", "c.sayso", CLAIM, "--side", "denying").stdout
    assert "◯ the harbour office" in text
    assert "former bookkeeper" not in text


def test_a_statement_in_words_is_asked(sayso) -> None:
    text = sayso("origins", "c.sayso", "The keepers were paid").stdout
    assert text.startswith("The keepers were paid")


def test_an_empty_claim_is_refused(sayso) -> None:
    assert sayso("origins", "c.sayso", " ").exit_code == 2


def test_the_figure_goes_to_a_file(sayso, tmp_path) -> None:
    target = tmp_path / "tree.svg"
    result = sayso("origins", "c.sayso", CLAIM, "-o", str(target))
    assert result.exit_code == 0
    assert target.read_text("utf-8").startswith("<svg")
    assert sayso("origins", "c.sayso", CLAIM, "-o", str(target)).exit_code == 0


def test_another_kind_of_file_is_left_alone(sayso, tmp_path) -> None:
    target = tmp_path / "notes.svg"
    target.write_text("my notes", "utf-8")
    result = sayso("origins", "c.sayso", CLAIM, "-o", str(target))
    assert result.exit_code == 2
    assert target.read_text("utf-8") == "my notes"


def test_programs_get_nodes_and_edges(sayso) -> None:
    row = json.loads(sayso("origins", "c.sayso", CLAIM, "--format", "json").stdout)
    assert {node["kind"] for node in row["nodes"]} == {
        "origin",
        "unresolved",
        "report",
    }
    line = sayso("origins", "c.sayso", CLAIM, "--format", "jsonl").stdout
    assert json.loads(line) == row
    text = sayso("origins", "c.sayso", CLAIM, "--format", "csv").stdout
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(row["edges"])
