"""Run the commands that a page shows, and compare or write down what they print.

`python -m tests.docs.shown README.md docs/tutorial.md` rewrites the output in the
pages. Blocks that show a command without any output are left alone.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
WIDTH = "88"


def prepare(folder: Path) -> None:
    """Put the sample reports where the pages say they are."""
    source = Path(str(resources.files("sayso") / "samples" / "reports"))
    shutil.copytree(source, folder / "reports")


def run(block: str, folder: Path) -> str:
    """Return a block with its commands as they are and their output as it is now."""
    made = []
    for command in commands(block):
        typed = re.sub(r"\\\n\s*", " ", command.removeprefix("$ "))
        scripts = str(Path(sys.executable).parent)
        path = os.pathsep.join([scripts, os.environ["PATH"]])
        result = subprocess.run(  # noqa: S603 - the commands of our own pages
            ["bash", "-c", typed],  # noqa: S607 - what the page says to type
            cwd=folder,
            env={**os.environ, "PATH": path, "COLUMNS": WIDTH, "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        lines = (line.rstrip() for line in result.stdout.splitlines())
        made.append("\n".join([command, *lines]).rstrip() + "\n")
    return "\n".join(made)


def commands(block: str) -> list[str]:
    """Return the commands of a block with their continuation lines."""
    return re.findall(r"^\$ (?:.*\\\n)*.*$", block, re.MULTILINE)


def has_output(block: str) -> bool:
    """Tell whether a block shows more than commands."""
    rest = block
    for command in commands(block):
        rest = rest.replace(command, "")
    return bool(rest.strip())


def outputs(page: str) -> Iterator[str]:
    """Yield the blocks of a page that show output."""
    yield from (block for block in CONSOLE.findall(page) if has_output(block))


def main(names: list[str]) -> None:
    """Rewrite the shown output of each page."""
    for name in names:
        page = Path(name)
        text = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder))
            for block in outputs(text):
                text = text.replace(block, run(block, Path(folder)))
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
