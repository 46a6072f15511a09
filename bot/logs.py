"""Logs: one JSON line each on standard error, nothing personal: names that are not on the list are never written."""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

ALLOWED = frozenset(
    {"event", "level", "timestamp", "fault", "kind", "lookup", "path", "result", "exception", "service", "count"}
)


def configure() -> None:
    """Configures structlog and the libraries' own logging for this process."""
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
    handler.setFormatter(_Wordless("%(name)s %(levelname)s"))
    logging.basicConfig(level=logging.ERROR, handlers=[handler])


class _Wordless(logging.Formatter):
    """What libraries log, without their words: who, how bad, and an exception by type and place."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name for it
        return _by_type_and_place(ei)


def _only_allowed(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Names that are not on the list are dropped: a log line cannot leak what it never holds."""
    return {key: value for key, value in entry.items() if key in ALLOWED or key == "exc_info"}


def _short_exception(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An exception is logged by type and place, never by its message, which may hold what a person typed."""
    if entry.pop("exc_info", None):
        entry["exception"] = _by_type_and_place(sys.exc_info())
    return entry


def _by_type_and_place(exc_info: Any) -> str:
    kind, _value, last = exc_info
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    where = f"{last.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{last.tb_lineno}" if last is not None else ""
    return f"{kind.__name__ if kind else ''} at {where}"
