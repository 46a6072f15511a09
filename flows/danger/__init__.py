"""Danger to life or limb, judged on one message alone (危急情形的识别)."""

from flows.danger.judging import Danger, asks_secrecy, judge
from flows.danger.lexicon import Kind

__all__ = ["Danger", "Kind", "asks_secrecy", "judge"]
