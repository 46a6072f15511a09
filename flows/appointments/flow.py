"""我的预约: see one's appointments, move one in a single swap, or cancel it."""

from __future__ import annotations

from flows.appointments import rules
from flows.language import ALWAYS, Advise, CancelBooking, Flow, Rebook, choice, confirm, pick, picked
from flows.registration import appointment_day, appointment_slot

STEPS = [
    pick("booking", from_="my_bookings", show=rules.shown, skip="none"),
    choice("wish", "move", "cancel", "keep"),
    choice("ticket_wish", "cancel", "keep"),
    appointment_day(under=["booking"]),
    appointment_slot(),
    confirm("summary"),
    choice("really", "no", "yes"),
]

ROUTES = [
    ("booking", picked("none"), "kept"),
    ("booking", rules.too_late, "too_late"),
    ("booking", rules.is_ticket, "ticket_wish"),
    ("booking", ALWAYS, "wish"),
    ("wish", picked("move"), "day"),
    ("wish", picked("cancel"), "really"),
    ("wish", picked("keep"), "kept"),
    ("ticket_wish", picked("cancel"), "really"),
    ("ticket_wish", picked("keep"), "kept"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "summary"),
    ("summary", ALWAYS, "moved"),
    ("really", picked("yes"), "cancelled"),
    ("really", picked("no"), "kept"),
]

ENDINGS = {
    "moved": Rebook(booking="booking", slot="slot"),
    "cancelled": CancelBooking(booking="booking"),
    "kept": Advise(),
    "too_late": Advise(args=rules.office),
}

FLOW = Flow("appointments", STEPS, ROUTES, ENDINGS)
