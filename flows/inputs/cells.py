"""How months, amounts and the ends of account numbers stand in tables of offices."""

from __future__ import annotations

import re

MONTH = re.compile(r"(20\d\d)(?:[-/.年]?)(0[1-9]|1[0-2]|(?<=[-/.年])[1-9])月?", re.ASCII)
"""Year and month."""
TAIL = re.compile(r"(?:尾号)?[*x]*(\d{4})", re.ASCII | re.IGNORECASE)
"""The last four digits of an account."""
AMOUNT = re.compile(r"¥?(\d{1,9}(?:\.\d{1,2})?)元?", re.ASCII)
"""An amount in 元."""
