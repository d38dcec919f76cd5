import pytest

from sayso.cli.writing import write_whole
from sayso.errors import SaysoError

SVG = {"starts": (b"<svg",), "kind": "SVG"}


def test_a_file_of_its_kind_is_replaced_whole(tmp_path) -> None:
    target = tmp_path / "a.svg"
    write_whole("<svg>old</svg>", target, **SVG)
    write_whole("<svg/>", target, **SVG)
    assert target.read_text("utf-8") == "<svg/>"
    assert list(tmp_path.iterdir()) == [target]


def test_an_empty_file_may_be_written_over(tmp_path) -> None:
    target = tmp_path / "a.svg"
    target.touch()
    write_whole("<svg/>", target, **SVG)
    assert target.read_text("utf-8") == "<svg/>"


def test_a_folder_is_refused_with_a_name_to_use(tmp_path) -> None:
    with pytest.raises(SaysoError, match=r"case\.svg"):
        write_whole("<svg/>", tmp_path, **SVG)


def test_a_place_that_is_not_there_is_refused(tmp_path) -> None:
    with pytest.raises(SaysoError, match="cannot be written"):
        write_whole("<svg/>", tmp_path / "no" / "a.svg", **SVG)
    assert list(tmp_path.iterdir()) == []
