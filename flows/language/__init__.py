"""The language flows are written in: everything a ``flow.py`` needs, from one place."""

from flows.language.endings import Advise, Book, CancelBooking, Ending, File, HandOver, Rebook
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.routes import ALWAYS, picked
from flows.language.steps import (
    Must,
    Step,
    choice,
    confirm,
    consent,
    day,
    id_number,
    many,
    money,
    number,
    person_name,
    phone,
    photo,
    pick,
    receipt,
    repeat,
    text,
    wait,
)

__all__ = [
    "ALWAYS",
    "Advise",
    "Book",
    "CancelBooking",
    "Ending",
    "Facts",
    "File",
    "Flow",
    "HandOver",
    "Must",
    "Rebook",
    "Step",
    "choice",
    "confirm",
    "consent",
    "day",
    "id_number",
    "many",
    "money",
    "number",
    "person_name",
    "phone",
    "photo",
    "pick",
    "picked",
    "receipt",
    "repeat",
    "text",
    "wait",
]
