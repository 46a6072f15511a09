"""All pieces of volunteer service, put together."""

from __future__ import annotations

from bot.pieces import Part
from bot.volunteers.arriving import Arriving
from bot.volunteers.certifying import Certifying
from bot.volunteers.countersigning import Countersigning
from bot.volunteers.dispatching import Dispatching
from bot.volunteers.disputing import Disputing
from bot.volunteers.escalating import Escalating
from bot.volunteers.forgetting import Forgetting
from bot.volunteers.guardians import Guardians
from bot.volunteers.hours import Hours
from bot.volunteers.linking import Linking
from bot.volunteers.my_hours import MyHours
from bot.volunteers.own import Own
from bot.volunteers.parts import Tools
from bot.volunteers.publishing import Publishing
from bot.volunteers.records import Records
from bot.volunteers.registering import Registering
from bot.volunteers.reminding import Reminding
from bot.volunteers.taking_part import TakingPart
from bot.volunteers.time_bank import TimeBank


def parts(tools: Tools) -> list[Part]:
    """Every piece there is."""
    records = Records(tools)
    pieces = (
        *(
            Registering(tools),
            Guardians(tools),
            Hours(tools),
            MyHours(tools, records),
            Certifying(tools),
            Forgetting(tools),
            Own(tools),
        ),
        *(Linking(tools), Countersigning(tools), Disputing(tools), Escalating(tools)),
        *(Publishing(tools), TakingPart(tools), Arriving(tools), Reminding(tools)),
        *(Dispatching(tools), TimeBank(tools)),
    )
    return [piece.part() for piece in pieces]
