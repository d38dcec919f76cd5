"""What a worker process does before its first item. Imports nothing heavy."""

import os
import signal
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def prepare() -> None:
    """Keep to one thread, leave Ctrl-C to the parent, and end when the parent does.

    A pool's workers wait for work for ever when their parent is killed outright, so
    each watches it.
    """
    for name in _ONE_THREAD:
        os.environ[name] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
