from collections.abc import Iterator

import pluggy
import pytest

from sayso import hooks
from sayso.hooks import Content, hookimpl, plugin_names, reader_hooks


class Shout:
    @hookimpl
    def sayso_read(self, raw: bytes, media_type: str, name: str) -> Content | None:
        if not name.endswith(".shout"):
            return None
        assert media_type == "text/plain"
        return Content(text=raw.decode().upper())


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def load(manager: pluggy.PluginManager, group: str) -> int:
        assert group == "sayso"
        manager.register(Shout(), "shout")
        return 1

    monkeypatch.setattr(pluggy.PluginManager, "load_setuptools_entrypoints", load)
    hooks.reader_hooks.cache_clear()
    yield
    hooks.reader_hooks.cache_clear()


@pytest.mark.usefixtures("plugin")
def test_a_plugin_reads_what_it_knows_and_leaves_the_rest() -> None:
    read = reader_hooks().sayso_read
    content = read(raw=b"hey", media_type="text/plain", name="a.shout")
    assert content == Content(text="HEY")
    assert read(raw=b"hey", media_type="text/plain", name="a.txt") is None
    assert plugin_names() == ["shout"]


def test_nothing_is_read_without_plugins() -> None:
    answer = reader_hooks().sayso_read(raw=b"x", media_type="text/plain", name="a.txt")
    assert answer is None or isinstance(answer, Content)
