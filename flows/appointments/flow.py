"""我的预约: see one's appointments, or find one by its number, move it in a single swap, cancel it, or wait (候补) with
it for a day that is full.

One made in a conversation that is lost is found by its number (编号) and the ID number of one of the people it is for:
what the counter asks for as well. That answer, on the path, is all the right there is to it; nothing more is kept.
"""

from __future__ import annotations

from flows.appointments import rules
from flows.language import (
    ALWAYS,
    Advise,
    CancelBooking,
    Flow,
    LeaveLine,
    Rebook,
    TakeOffer,
    Wait,
    choice,
    confirm,
    consent,
    day,
    id_number,
    pick,
    picked,
    receipt,
)
from flows.offer import rules as offers
from flows.registration import appointment_day, appointment_slot, not_past, not_too_far, with_args
from flows.waiting import place_in_line

STEPS = [
    pick("booking", from_="my_bookings", show=rules.shown, skip=("by_number", "none")),
    receipt("number", skip="lost"),
    consent("notice", "agree", "decline"),
    id_number("person"),
    pick(
        "found",
        from_="found_booking",
        under=["number", "person"],
        show=rules.shown,
        skip=("other_number", "other_person", "none"),
        retypes={"other_number": "number", "other_person": "person"},
    ),
    with_args(choice("wish", "move", "cancel", "wait", "waiting", "keep"), rules.deadline),
    choice("ticket_wish", "cancel", "keep"),
    choice("invited_wish", "cancel", "keep"),
    appointment_day(under=["booking", "found"]),
    appointment_slot(),
    confirm("summary"),
    choice("really", "no", "yes", from_="this_cancellation"),
    day("wait_day", must=(not_past, not_too_far), from_="full_days", under=["booking", "found"], skip="keep"),
    place_in_line("wait_summary"),
    pick("waiting", from_="my_waiting", show=offers.shown, skip="keep", under=["booking", "found"]),
    with_args(choice("offer", "take", "leave", "later"), offers.seat),
    with_args(choice("sure", "no", "yes"), offers.day_left),
]

ROUTES = [
    ("booking", picked("none"), "kept"),
    ("booking", picked("by_number"), "number"),
    ("booking", rules.too_late, "too_late"),
    ("booking", rules.is_ticket, "ticket_wish"),
    ("booking", rules.is_invited, "invited_wish"),
    ("booking", ALWAYS, "wish"),
    ("number", picked("lost"), "ask_office"),
    ("number", ALWAYS, "notice"),
    ("notice", picked("agree"), "person"),
    ("notice", picked("decline"), "ask_office"),
    ("person", ALWAYS, "found"),
    ("found", picked("none"), "kept"),
    ("found", rules.too_late, "too_late"),
    ("found", ALWAYS, "wish"),
    ("wish", picked("move"), "day"),
    ("wish", picked("cancel"), "really"),
    ("wish", picked("wait"), "wait_day"),
    ("wish", picked("waiting"), "waiting"),
    ("wish", picked("keep"), "kept"),
    ("ticket_wish", picked("cancel"), "really"),
    ("ticket_wish", picked("keep"), "kept"),
    ("invited_wish", picked("cancel"), "really"),
    ("invited_wish", picked("keep"), "kept"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "summary"),
    ("summary", ALWAYS, "moved"),
    ("really", picked("yes"), "cancelled"),
    ("really", ALWAYS, "kept"),
    ("wait_day", picked("keep"), "kept"),
    ("wait_day", ALWAYS, "wait_summary"),
    ("wait_summary", ALWAYS, "in_line"),
    ("waiting", picked("keep"), "kept"),
    ("waiting", offers.is_offer, "offer"),
    ("waiting", ALWAYS, "sure"),
    ("offer", picked("take"), "taken"),
    ("offer", picked("leave"), "sure"),
    ("offer", picked("later"), "kept"),
    ("sure", picked("yes"), "left"),
    ("sure", picked("no"), "kept"),
]

ENDINGS = {
    "moved": Rebook(booking="booking", slot="slot"),
    "cancelled": CancelBooking(booking="booking"),
    "in_line": Wait(booking="booking", day="wait_day"),
    "taken": TakeOffer(offer="waiting"),
    "left": LeaveLine(waiting="waiting", args=offers.day_left),
    "kept": Advise(),
    "too_late": Advise(args=rules.office),
    "ask_office": Advise(args=rules.first_office),
}

FLOW = Flow("appointments", STEPS, ROUTES, ENDINGS, heading="appointments")
