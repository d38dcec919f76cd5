# ruff: noqa: RUF001 - letters of other alphabets are what is tested
import subprocess
import sys

import pytest

from sayso.read.language import detect

ENGLISH = "Harbour police said on Tuesday that they had seized two boats from the bay."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ENGLISH.upper(), "en"),
        ("Hafenpolizei beschlagnahmte zwei Boote, was der Händler bestritt, "
         "der sie verkauft hatte und von den Papieren nichts wissen wollte.", "de"),
        ("La police du port a saisi mardi deux bateaux dont le propriétaire nie tout "
         "et affirme que les papiers sont des faux.", "fr"),
        ("Полиция порта сообщила во вторник, что изъяла две лодки, а владелец отрицает "
         "свою вину.", "ru"),
        ("港口警方星期二表示,他们扣押了两艘渔船,船主否认这些船是他的。", "zh"),
        ("Il-pulizija qalet li ħadet żewġ dgħajjes mill-port, iżda s-sid ċaħad li huma "
         "tiegħu u qal li l-karti huma foloz.", "mt"),
    ],
)  # fmt: skip
def test_languages(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "Two boats seized", "12 34 56 " * 100, "..."])
def test_too_little_to_tell(text: str) -> None:
    assert detect(text) is None


def test_english_needs_no_model() -> None:
    code = (
        "import sys; from sayso.read.language import detect; "
        f"assert detect({ENGLISH!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code
