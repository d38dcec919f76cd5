"""The house keeps its shape: small modules, a test beside each, registered rooms."""

import ast
import re
import tomllib
from pathlib import Path
from typing import Any

LONGEST_MODULE = 340
LONGEST_FUNCTION = 45
"""What the tidiest comparable projects keep 95 % of theirs under."""

SCRIPTLESS = {"models", "samples"}
"""Folders of the package that hold data and no modules."""


def rooms(root: Path) -> list[str]:
    return sorted(
        path.name
        for path in (root / "src" / "sayso").iterdir()
        if path.is_dir() and path.name != "__pycache__" and path.name not in SCRIPTLESS
    )


def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_modules_are_short(modules) -> None:
    lengths = {module.name: module.text.count("\n") for module in modules}
    assert {n: c for n, c in lengths.items() if c > LONGEST_MODULE} == {}


def test_functions_are_short(modules) -> None:
    """Lines of code and comment; what a docstring explains is not held against it."""
    long = {}
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                docstring = ast.get_docstring(node, clean=False) or ""
                explained = docstring.count("\n") + 1 if docstring else 0
                length = node.end_lineno - node.lineno + 1 - explained
                if length > LONGEST_FUNCTION:
                    long[f"{module.name}:{node.name}"] = length
    assert long == {}


def test_every_room_is_a_package_with_a_purpose(root: Path) -> None:
    for room in rooms(root):
        init = root / "src" / "sayso" / room / "__init__.py"
        assert init.exists(), f"{room} has no __init__.py"
        docstring = ast.get_docstring(ast.parse(init.read_text(encoding="utf-8")))
        assert docstring, f"{room}/__init__.py does not say what the room is for"


def test_every_module_is_tested_in_its_room(root: Path, modules) -> None:
    """By `test_<module>.py`, or by a neighbour's test that imports it by name."""
    untested = []
    for module in modules:
        relative = module.path.relative_to(root / "src" / "sayso")
        if relative.name in {"__init__.py", "__main__.py"} or not has_code(module.tree):
            continue
        folder = root / "tests" / relative.parent
        if list(folder.glob(f"test_{relative.stem}*.py")):
            continue
        dotted = ".".join(["sayso", *relative.with_suffix("").parts])
        if not any(
            re.search(rf"\b{re.escape(dotted)}\b", test.read_text(encoding="utf-8"))
            for test in folder.glob("*.py")
        ):
            untested.append(relative.as_posix())
    assert untested == []


def test_no_test_is_left_behind_by_its_module(root: Path) -> None:
    """A test of a room tests a room that exists."""
    known = {*rooms(root), "house", "docs", "samples", "gold", "models", "."}
    folders = {
        path.parent.relative_to(root / "tests").parts[0]
        if path.parent != root / "tests"
        else "."
        for path in (root / "tests").rglob("test_*.py")
    }
    own_projects = {"training", "benchmarks"}
    assert folders - known - own_projects == set()


def test_the_way_round_the_house_names_every_room(root: Path) -> None:
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [room for room in rooms(root) if f"| `{room}` |" not in guide] == []


def test_import_contracts_name_every_room(root: Path) -> None:
    contracts = project(root)["tool"]["importlinter"]["contracts"]
    layers = next(c for c in contracts if c["type"] == "layers")
    assert layers["exhaustive"] is True
    assert layers["containers"] == ["sayso"]
    named = {room.strip() for layer in layers["layers"] for room in layer.split("|")}
    assert named >= set(rooms(root))


def test_stages_never_import_one_another(root: Path) -> None:
    """The stages stand side by side in one layer, which forbids it."""
    contracts = project(root)["tool"]["importlinter"]["contracts"]
    layers = next(c for c in contracts if c["type"] == "layers")["layers"]
    stages = {"read", "extract", "resolve", "link", "trace", "weigh", "publish"}
    assert any(
        stages <= {room.strip() for room in layer.split("|")} for layer in layers
    )


def test_only_store_and_engine_may_speak_sql(root: Path) -> None:
    contracts = project(root)["tool"]["importlinter"]["contracts"]
    forbidden = next(c for c in contracts if c["type"] == "forbidden")
    barred = {name.removeprefix("sayso.") for name in forbidden["source_modules"]}
    free = {"store", "engine", "hooks", "encode", "errors"}
    assert set(rooms(root)) - free <= barred
    assert {"sqlite3", "duckdb", "sqlalchemy"} <= set(forbidden["forbidden_modules"])


def test_no_wholesale_ignores(root: Path) -> None:
    """Rules are waived line by line, with a reason, or by folder in pyproject."""
    ruff = project(root)["tool"]["ruff"]["lint"]
    assert set(ruff["ignore"]) <= {"D107", "D203", "D213", "COM812"}
    waived = [key for key in ruff["per-file-ignores"] if key.startswith("src")]
    assert waived == []


def has_code(tree: ast.Module) -> bool:
    """Tell whether a module does anything beyond declaring plain data."""
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(tree)
    )
