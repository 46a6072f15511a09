"""冷静期提醒: one of the two gives the day on the receipt, is told the days that follow, and may be reminded of them.

Danger first: whether this page is read by somebody else decides what may be told in it. Short messages go only to a
number that was left for them and is read by nobody else. The other of the two is never told by us.
"""

from __future__ import annotations

from flows.divorce import companion, rules
from flows.language import (
    ALWAYS,
    Advise,
    Dismiss,
    Flow,
    HandOver,
    Remember,
    choice,
    consent,
    phone,
    pick,
    picked,
)
from flows.registration import at_office, in_confidence, with_args

STEPS = [
    pick("which", from_="kept_receipts", show=companion.shown, skip=("new", "none")),
    with_args(choice("wish", "receipt", "how", "stop", "keep"), companion.told),
    consent("notice", "agree", "decline"),
    choice("safety", "safe", "shared", "afraid", "not_now", confidential=True),
    choice("safety_help", "person", "go_on", confidential=True),
    rules.receipt_day(),
    with_args(choice("remind", "chat", "sms", "none"), companion.told),
    with_args(choice("remind_quiet", "chat", "none"), companion.told),
    consent("sms_safe", "yes", "no"),
    phone("phone", skip="none"),
    in_confidence(phone("safe_reach", skip="none")),
]

ROUTES = [
    ("which", picked("none"), "kept"),
    ("which", picked("new"), "notice"),
    ("which", ALWAYS, "wish"),
    ("wish", picked("receipt"), "receipt_day"),
    ("wish", picked("how"), "notice"),
    ("wish", picked("stop"), "stopped"),
    ("wish", picked("keep"), "kept"),
    ("notice", picked("agree"), "safety"),
    ("notice", picked("decline"), "at_the_office"),
    ("safety", picked("afraid"), "safety_help"),
    ("safety", companion.only_how_quietly, "remind_quiet"),
    ("safety", companion.only_how, "remind"),
    ("safety", ALWAYS, "receipt_day"),
    ("safety_help", picked("person"), "safe_reach"),
    ("safety_help", companion.only_how, "remind_quiet"),
    ("safety_help", ALWAYS, "receipt_day"),
    ("receipt_day", picked("unknown"), "ask_office"),
    ("receipt_day", rules.window_long_over, "start_again"),
    ("receipt_day", rules.window_over, "office_today"),
    ("receipt_day", rules.unclear, "ask_office"),
    ("receipt_day", companion.is_quiet, "remind_quiet"),
    ("receipt_day", ALWAYS, "remind"),
    ("remind", companion.stops, "stopped"),
    ("remind", picked("sms"), "sms_safe"),
    ("remind", picked("none"), "not_reminded"),
    ("remind", picked("chat"), "remembered"),
    ("remind_quiet", companion.stops, "stopped"),
    ("remind_quiet", picked("none"), "not_reminded"),
    ("remind_quiet", picked("chat"), "remembered"),
    ("sms_safe", picked("yes"), "phone"),
    ("sms_safe", picked("no"), "remembered"),
    ("phone", ALWAYS, "remembered"),
    ("safe_reach", ALWAYS, "to_a_person_now"),
]

ENDINGS = {
    "remembered": Remember(service=companion.SERVICE, kept="which", args=companion.told),
    "stopped": Dismiss(kept="which"),
    "kept": Advise(),
    "not_reminded": Advise(),
    "ask_office": Advise(args=at_office("divorce_certificate")),
    "start_again": Advise(args=lambda facts: {**rules.told(facts), **at_office("divorce_certificate")(facts)}),
    "office_today": HandOver(service="divorce_certificate", urgent=True),
    "at_the_office": Advise(args=at_office("divorce")),
    "to_a_person_now": HandOver(service="divorce", urgent=True),
}

FLOW = Flow(companion.SERVICE, STEPS, ROUTES, ENDINGS, urgent=rules.afraid, heading="divorce")
