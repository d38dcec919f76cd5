"""What a user installs: everything sayso needs at run time is in the wheel."""

import re
import shutil
import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

MOST_MEGABYTES = 100
"""Registries refuse larger files; the weights must leave room."""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel as a release would, without network."""
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    (built,) = target.glob("*.whl")
    return zipfile.ZipFile(built)


def test_every_file_of_the_package_is_in_the_wheel(
    root: Path, wheel: zipfile.ZipFile
) -> None:
    packed = set(wheel.namelist())
    source = root / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "sayso").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - packed == set()


@pytest.mark.parametrize(
    "pattern",
    [
        r"sayso/py\.typed",
        r"sayso/models/attribution\.onnx",
        r"sayso/models/similarity\.onnx",
        r"sayso/models/stance\.onnx",
        r"sayso/models/tokenizer\.json",
        r"sayso/samples/reports/reports\.csv",
        r"sayso/samples/reports/14-.*\.docx",
        r"sayso/lexicon/.*\.toml",
        r"sayso/publish/.*html\.j2",
        r"sayso/engine/sql/.*\.sql",
        r"sayso-.*\.dist-info/licenses/LICENSE",
        r"sayso-.*\.dist-info/licenses/NOTICE",
    ],
)
def test_wheel_carries(wheel: zipfile.ZipFile, pattern: str) -> None:
    assert [name for name in wheel.namelist() if re.fullmatch(pattern, name)]


def test_wheel_is_small_enough_to_publish(wheel: zipfile.ZipFile) -> None:
    assert wheel.filename is not None
    size = Path(wheel.filename).stat().st_size / 1e6
    assert size < MOST_MEGABYTES


def test_wheel_says_who_may_use_it(wheel: zipfile.ZipFile) -> None:
    (name,) = [n for n in wheel.namelist() if n.endswith("dist-info/METADATA")]
    metadata = message_from_string(wheel.read(name).decode())
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    needs = str(metadata.get_all("Requires-Dist"))
    assert not re.search(r"torch|transformers|spacy", needs)


def test_notice_names_what_ships_inside(root: Path) -> None:
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    for named in ("MiniLM", "Apache", "PolNeAR", "Emergent"):
        assert named in notice
    assert "Apache License" in (root / "LICENSE").read_text(encoding="utf-8")


def test_git_keeps_what_the_wheel_needs(root: Path) -> None:
    """A file that git ignores is missing from a clean clone."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        pytest.skip("not a git checkout")
    listing = subprocess.run(  # noqa: S603 - git on our own checkout
        [git, "status", "--porcelain", "--ignored", "src"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    ignored = [
        line[3:]
        for line in listing.stdout.splitlines()
        if line.startswith("!!") and "__pycache__" not in line
    ]
    assert ignored == []
