"""Work on all the cores that this process may use, each unit in a process beside this one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from newsarchive.errors import NewsArchiveError


def cores() -> int:
    """How many cores this process may use, which in a container or under taskset are fewer than there are."""
    affinity = getattr(os, "sched_getaffinity", None)  # not on macOS
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextmanager
def workers(units: int, ready: Callable[..., None], *given: Any) -> Iterator[ProcessPoolExecutor]:
    """A worker for each core, none without a unit to do; ``ready(*given)`` is called first in each.

    They are processes of their own with nothing of this one's, and end when it does, however that ends; units that no
    worker has begun are then not done. Raises NewsArchiveError when a worker is killed.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(
        max(1, min(cores(), units)), mp_context=context, initializer=_start, initargs=(ready, *given)
    )
    try:
        yield pool
    except BrokenProcessPool as error:
        raise NewsArchiveError(
            "a worker process was killed, perhaps for want of memory; run it again, what is done is kept"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _start(ready: Callable[..., None], *given: Any) -> None:
    # A terminal sends Ctrl-C to all of its processes; what becomes of the run is decided in one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    ready(*given)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
