"""What WeChat refuses, said to who operates the desk: counted by error code, and logged where somebody should look."""

from __future__ import annotations

import structlog
from prometheus_client import Counter

from integrations.wechat.api import (
    ACCOUNT_REFUSED,
    BUSY,
    DAY_LIMIT,
    MINUTE_LIMIT,
    NOBODY,
    NOT_AGREED,
    OUTSIDE_WINDOW,
    QUOTA_USED,
    TOKEN_REFUSED,
)

CUSTOMER, SUBSCRIBED, ARRIVING = "customer", "subscribed", "arriving"
"""A customer message, a subscribed message, and one of those that was taken and did not arrive."""
_ORDINARY = NOBODY | {OUTSIDE_WINDOW, QUOTA_USED, NOT_AGREED, BUSY, MINUTE_LIMIT, DAY_LIMIT}
"""What happens on any day, and is only counted."""

_log = structlog.get_logger()
_refusals = Counter(
    "yizheng_wechat_refusals_total",
    "What WeChat did not take or deliver, by what it was and error code",
    ["what", "code"],
)


def note_refusal(what: str, code: int) -> None:
    """Something was refused with an error code (返回码)."""
    _refusals.labels(what, str(code)).inc()
    if code in ACCOUNT_REFUSED or code in TOKEN_REFUSED:
        _log.error("wechat.account_refused", kind=what, result=code)
    elif code not in _ORDINARY:
        _log.warning("wechat.refused", kind=what, result=code)
