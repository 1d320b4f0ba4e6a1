"""Private logging: log records without the words of people."""

import logging
import threading
import traceback
from typing import Any

OURS = "path_planner"

logger = logging.getLogger("path_planner.server")


def install_private_logging() -> None:
    """Make all log records of this process private: no arguments, no exception messages."""
    logging.setLogRecordFactory(private_record)
    threading.excepthook = _thread_failed
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")


def private_record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """Return a log record without the arguments and exception message that may quote people."""
    record = logging.LogRecord(*args, **kwargs)
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        record.msg = f"{record.name}: {place(error)}"
    if error is not None or not record.name.startswith(OURS):
        # Without its arguments the message of a library is only a fixed text.
        record.args = ()
    record.exc_info = None
    record.stack_info = None
    return record


def place(error: BaseException) -> str:
    """Describe an error by its type and source line: its message may quote a person."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if OURS in frame.filename]
    where = (ours or list(frames))[-1:]
    at = "".join(f" at {frame.filename}:{frame.lineno} in {frame.name}" for frame in where)
    return f"{type(error).__name__}{at}"


def _thread_failed(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value is not None:
        logger.error("A thread ended early: %s", place(failure.exc_value))
