"""What is written in the house: docstrings, no loose ends, no machine's own paths."""

import ast
import re
import subprocess
import tokenize
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

LOOSE_END = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
MACHINE_PATH = re.compile(r"(?<![\w./])(/work/|/home/\w+|/root/|/Users/\w+|[A-Z]:\\\\)")
CODE = re.compile(r":\s*[A-Z]+\d+|\[[\w, -]+\]")
WAIVER = re.compile(r"#\s*(noqa|type:\s*ignore|pragma)(?P<rest>.*)")


def tracked(root: Path, *suffixes: str) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files"],  # noqa: S607 - git is what the project is kept in
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode:  # an unpacked source archive
        paths = [p for p in root.rglob("*") if ".venv" not in p.parts and p.is_file()]
    else:
        paths = [root / line for line in listing.stdout.splitlines()]
    return [path for path in paths if path.suffix in suffixes and path.exists()]


def comments(text: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_loose_ends(modules) -> None:
    found = [m.name for m in modules if LOOSE_END.search(m.text)]
    assert found == []


def test_nothing_is_left_unimplemented(modules) -> None:
    found = [
        (module.name, node.lineno)
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Raise) and "NotImplemented" in ast.dump(node)
    ]
    assert found == []


def test_no_body_is_only_pass(modules) -> None:
    """An empty function is a stub, unless it is abstract or a protocol's."""
    found = []
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                last = node.body[-1]
                if len(node.body) <= 2 and isinstance(last, ast.Pass):
                    found.append((module.name, node.name))
    assert found == []


def test_public_things_have_docstrings(modules) -> None:
    missing = []
    for module in modules:
        if module.path.name == "__main__.py":
            continue
        if not ast.get_docstring(module.tree):
            missing.append(module.name)
        for node in module.tree.body:
            named = isinstance(
                node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
            )
            if named and not node.name.startswith("_") and not ast.get_docstring(node):
                missing.append(f"{module.name}:{node.name}")
    assert missing == []


def test_every_waiver_gives_its_reason(modules) -> None:
    """`# noqa: RULE - why` and `# type: ignore[code]  # why`."""
    bare = []
    for module in modules:
        for number, comment in comments(module.text):
            match = WAIVER.search(comment)
            if match is None:
                continue
            rest = match["rest"]
            coded = match[1] == "pragma" or CODE.match(rest)
            reason = re.search(r"(\s-\s|\s#\s?)\S+", rest)
            if not (coded and reason):
                bare.append(f"{module.name}:{number}: {comment}")
    assert bare == []


def test_no_machine_paths(root: Path) -> None:
    here = Path(__file__).name
    found = [
        path.relative_to(root).as_posix()
        for path in tracked(root, ".py", ".md", ".toml", ".cfg", ".sh", ".html", ".sql")
        if path.name != here and MACHINE_PATH.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_no_network_at_run_time(modules) -> None:
    """Source material never leaves the machine: nothing here can send it."""
    senders = {"requests", "httpx", "urllib3", "aiohttp", "socket", "http", "ftplib"}
    found = [
        (module.name, name)
        for module in modules
        for name in imported(module.tree)
        if name.split(".")[0] in senders or name.startswith("urllib.request")
    ]
    assert found == []


def test_print_stays_in_the_command_line(modules) -> None:
    found = [
        (module.name, node.lineno)
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
        and not module.name.startswith("cli/")
    ]
    assert found == []
