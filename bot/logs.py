"""Logs: one line each on standard error, nothing personal: names that are not on the list are never written."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog

ALLOWED = frozenset(
    {"event", "level", "timestamp", "bot", "fault", "kind", "lookup", "path", "result", "exception", "service", "count"}
)
FRAMES = 6
"""Places of an exception that are named, the innermost first."""


def configure() -> None:
    """Configures structlog, the libraries' own logging and the last resorts of Python for this process."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _only_allowed,
            _short_exception,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Wordless())
    logging.basicConfig(level=logging.ERROR, handlers=[handler], force=True)
    # What nobody caught would be printed whole, its message included.
    sys.excepthook = _uncaught
    sys.unraisablehook = lambda lost: _uncaught(lost.exc_type, lost.exc_value, lost.exc_traceback)
    threading.excepthook = lambda lost: _uncaught(lost.exc_type, lost.exc_value, lost.exc_traceback)


class _Wordless(logging.Formatter):
    """What libraries log, without their words: who, how bad, and an exception by type and place.

    The words are not even put together: where that fails, logging prints them with all their arguments.
    """

    def format(self, record: logging.LogRecord) -> str:
        line = f"{record.name} {record.levelname}"
        return f"{line} {by_type_and_place(record.exc_info)}" if record.exc_info and record.exc_info[0] else line


def _only_allowed(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Names that are not on the list are dropped: a log line cannot leak what it never holds."""
    return {key: value for key, value in entry.items() if key in ALLOWED or key == "exc_info"}


def _short_exception(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An exception is logged by type and place, never by its message, which may hold what a person typed."""
    if entry.pop("exc_info", None):
        entry["exception"] = by_type_and_place(sys.exc_info())
    return entry


def _uncaught(kind: type[BaseException], value: BaseException | None, trace: TracebackType | None) -> None:
    structlog.get_logger().error("process.fault", exception=by_type_and_place((kind, value, trace)))


def by_type_and_place(exc_info: tuple[Any, Any, TracebackType | None]) -> str:
    """Such as ``ValueError at privacy.py:40 < turn.py:88``."""
    kind, _value, trace = exc_info
    frames = [f"{Path(frame.f_code.co_filename).name}:{line}" for frame, line in traceback.walk_tb(trace)]
    return f"{kind.__name__ if kind else ''} at {' < '.join(frames[: -FRAMES - 1 : -1])}"
