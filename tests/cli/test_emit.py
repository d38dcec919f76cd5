import json

from sayso.cli.emit import emit, emit_one
from sayso.cli.options import Format

ROWS = [{"a": "ä" * 300, "b": None}, {"a": "=1+1", "b": 2}]


def same(row):
    return row


def test_json_lines_are_one_line_a_row_however_long(capsys) -> None:
    emit(iter(ROWS), Format.JSONL, same)
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line) for line in lines] == ROWS
    assert "ä" in lines[0]


def test_json_is_one_array_even_of_nothing(capsys) -> None:
    emit(iter(ROWS), Format.JSON, same)
    assert json.loads(capsys.readouterr().out) == ROWS
    emit(iter(()), Format.JSON, same)
    assert json.loads(capsys.readouterr().out) == []


def test_csv_is_neutralised(capsys) -> None:
    emit(iter(ROWS), Format.CSV, same)
    assert capsys.readouterr().out.splitlines()[-1] == "'=1+1,2"


def test_undecodable_names_survive_as_json_escapes() -> None:
    # The stream's error handler writes \udce9, which a JSON reader turns back.
    text = json.dumps("\udce9", ensure_ascii=False)
    raw = text.encode("utf-8", errors="backslashreplace")
    assert json.loads(raw) == "\udce9"


def test_one_value(capsys) -> None:
    emit_one({"a": 1})
    assert json.loads(capsys.readouterr().out) == {"a": 1}
