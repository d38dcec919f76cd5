"""The local engine is an engine."""

from sayso.engine.base import Crash, Engine
from sayso.engine.local import LocalEngine


def test_the_local_engine_fits_the_protocol() -> None:
    engine: Engine = LocalEngine()
    assert list(engine.map(abs, [-1], workers=1)) == [1]


def test_a_crash_names_its_item() -> None:
    assert Crash(item=3, reason="r") == Crash(item=3, reason="r")
