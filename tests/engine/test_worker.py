"""Workers keep to one thread and do not outlive their parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.engine.local import LocalEngine

PARENT = """
import os, sys, time
from sayso.engine.local import LocalEngine
with LocalEngine() as engine:
    for pid in engine.map(os.getenv, ["HOME"], workers=2):
        import multiprocessing
        print(*[child.pid for child in multiprocessing.active_children()], flush=True)
        time.sleep(60)
"""


def alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().split()[2] != "Z"


def test_a_worker_uses_one_thread() -> None:
    with LocalEngine() as engine:
        found = engine.map(os.getenv, ["OMP_NUM_THREADS"] * 2, workers=2)
        assert list(found) == ["1", "1"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")
def test_workers_end_when_their_parent_is_killed() -> None:
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        workers = [int(pid) for pid in parent.stdout.readline().split()]
        assert workers
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(alive, workers))
