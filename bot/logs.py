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
    logging.basicConfig(level=logging.ERROR, stream=sys.stderr, format="%(name)s %(levelname)s")


def _only_allowed(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Names that are not on the list are dropped: a log line cannot leak what it never holds."""
    return {key: value for key, value in entry.items() if key in ALLOWED or key == "exc_info"}


def _short_exception(_: Any, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """An exception is logged by type and place, never by its message, which may hold what a person typed."""
    if entry.pop("exc_info", None):
        kind, _value, trace = sys.exc_info()
        last = trace
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        where = f"{last.tb_frame.f_code.co_filename.rsplit('/', 2)[-1]}:{last.tb_lineno}" if last is not None else ""
        entry["exception"] = f"{kind.__name__ if kind else ''} at {where}"
    return entry
