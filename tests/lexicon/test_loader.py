from importlib import resources

import pytest

from sayso.errors import ModelError
from sayso.lexicon import loader
from sayso.lexicon.loader import load_toml

LISTS = sorted(
    entry.name.removesuffix(".toml")
    for entry in resources.files("sayso.lexicon").iterdir()
    if entry.name.endswith(".toml")
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(loader.resources, "files", lambda _: tmp_path)
    load_toml.cache_clear()
    yield tmp_path
    load_toml.cache_clear()


@pytest.mark.parametrize("name", LISTS)
def test_every_shipped_list_loads(name):
    assert load_toml(name)["version"] >= 1


def test_a_list_is_read_once(folder):
    (folder / "few.toml").write_text("version = 1", encoding="utf-8")
    assert load_toml("few") is load_toml("few")


def test_a_list_cannot_be_changed_by_its_reader(folder):
    (folder / "few.toml").write_text("version = 1", encoding="utf-8")
    with pytest.raises(TypeError):
        load_toml("few")["version"] = 2


@pytest.mark.parametrize(
    ("body", "complaint"),
    [(None, "missing"), ("a = = 1", "damaged"), ("a = 1", "version")],
)
def test_a_bad_list_says_what_is_wrong(folder, body, complaint):
    if body is not None:
        (folder / "bad.toml").write_text(body, encoding="utf-8")
    with pytest.raises(ModelError, match=complaint):
        load_toml("bad")
