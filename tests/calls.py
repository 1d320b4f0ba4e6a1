"""What is called while something is done: work that is done twice shows in no result."""

import sys
from collections import Counter
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any


def calls(do: Callable[[], object]) -> Counter[CodeType | str]:
    """Do something, and count the calls in this thread.

    A function of Python is counted by its code, one of C by its name.
    """
    found: Counter[CodeType | str] = Counter()

    def note(frame: FrameType, event: str, called: Any) -> None:
        if event == "call":
            found[frame.f_code] += 1
        elif event == "c_call":
            found[called.__qualname__] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(before)
    return found
