"""How much work something is, measured beside thousands of other tests."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def effort(act: Callable[[], object]) -> float:
    """
    The seconds of the processor that *act* takes, once, for what it finds may be kept for a second time.

    What other tests have left in memory is kept out of the way of the garbage collector: it would walk
    through all of it, and that would count as work of *act*.
    """
    gc.collect()
    gc.freeze()
    try:
        start = time.process_time()
        act()
        return time.process_time() - start
    finally:
        gc.unfreeze()
