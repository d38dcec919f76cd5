"""The glossary is law for names: every record and every value has its entry."""

import enum
import importlib
import pkgutil
import re
from itertools import pairwise

import sayso.domain


def terms(pages: dict[str, str]) -> dict[str, str]:
    text = pages["docs/glossary.md"]
    body = text[text.index("```{glossary}") :].split("\n", 1)[1]
    starts = [match.start() for match in re.finditer(r"^\w.*$", body, re.MULTILINE)]
    entries = {}
    for start, end in pairwise([*starts, len(body)]):
        name, _, definition = body[start:end].partition("\n")
        entries[name.strip()] = definition
    return entries


def records() -> list[type]:
    found = []
    for info in pkgutil.iter_modules(sayso.domain.__path__):
        module = importlib.import_module(f"sayso.domain.{info.name}")
        found += [
            value
            for value in vars(module).values()
            if isinstance(value, type) and value.__module__ == module.__name__
        ]
    assert len(found) > 20
    return found


def spoken(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def test_every_record_is_in_the_glossary(pages: dict[str, str]) -> None:
    text = pages["docs/glossary.md"]
    known = terms(pages)
    missing = [
        record.__name__
        for record in records()
        if spoken(record.__name__) not in known
        and f"*{spoken(record.__name__)}*" not in text
    ]
    assert missing == []


def test_every_value_is_explained(pages: dict[str, str]) -> None:
    text = " ".join(pages["docs/glossary.md"].split())
    missing = [
        f"{record.__name__}.{member.name}"
        for record in records()
        if issubclass(record, enum.Enum)
        for member in record
        if str(member.value).replace("_", " ") not in text
    ]
    assert missing == []


def test_terms_are_in_order_and_once(pages: dict[str, str]) -> None:
    names = list(terms(pages))
    assert names == sorted(set(names))


def test_definitions_are_sentences(pages: dict[str, str]) -> None:
    for name, definition in terms(pages).items():
        text = definition.split("```")[0].strip()
        assert text.endswith("."), name
