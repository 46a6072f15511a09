"""我的时长: what a volunteer's service adds up to, every entry, and what they may do about one: withdraw it while it
waits, or say that it is wrong (异议)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.own import own_volunteer
from bot.volunteers.parts import Tools
from bot.volunteers.records import Records
from flows.discretion import private
from flows.errors import Refused
from flows.hours import SHANGHAI
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers.ledger import Entry, by_month, total
from flows.volunteers.length import chart, length, newest_months
from flows.volunteers.people import Volunteer
from flows.words import Option, Words
from integrations.store.volunteers import certificates, ledger, organisations
from integrations.store.volunteers.certificates import Kept

CERTIFICATES = "certificates"
"""Chosen in place of a month: the certificates one has."""

_GONE = Found((), {}, Words("my_hours-gone"), Words("my_hours-gone"))
_NOTHING = Found((), {}, Words("my_hours-gone"), Words("my_hours-nothing_there"))


class MyHours:
    """Looks up and does."""

    def __init__(self, tools: Tools, records: Records) -> None:
        self._tools = tools
        self._records = records

    def part(self) -> Part:
        """What this piece brings."""
        return Part(
            endings={
                "hours_withdrawn": self._withdraw,
                "hours_disputed": self._dispute,
                "certificate_shown": self._certificate,
            },
            lookups={
                "hours_of_volunteer": self._periods,
                "hours_of_year": self._months,
                "hours_of_month": self._entries,
                "ways_of_hours": self._ways,
                "my_certificates": self._certificates,
            },
        )

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def _periods(self, needed: Needed, conversation: str) -> Found:
        """What it all adds up to; then the months of the last year that have entries, and the years before."""
        async with self._tools.database.read() as connection:
            found = await self._entries_of(connection, needed, conversation)
            if found is None:
                return _GONE
            volunteer, entries = found
            issued = await certificates.of_volunteer(connection, self._tools.vault, volunteer.number)
            names = await _names(connection, entries)
        day = needed.facts.day
        months = newest_months(day)
        periods = _counted(_period(entry, months) for entry in entries)
        options = [_option(period, times) for period, times in sorted(periods.items(), reverse=True)]
        options.sort(key=lambda option: len(option.value) == len("2026"))  # months first, then years
        if issued:
            options.append(Option(CERTIFICATES, Words("my_hours-certificates", {"times": len(issued)})))
        lines = _summed(entries, names, chart(by_month(entries), day))
        return Found(tuple(options), {}, Words("my_hours-gone"), note=Words("my_hours-shown", {"lines": lines}))

    async def _months(self, needed: Needed, conversation: str) -> Found:
        """The months of a year that have entries."""
        year = str(needed.facts["period"])
        async with self._tools.database.read() as connection:
            found = await self._entries_of(connection, needed, conversation)
        if found is None:
            return _GONE
        in_last = set(newest_months(needed.facts.day))
        of_year = (f"{each.day:%Y-%m}" for each in found[1] if each.day.year == int(year))
        months = _counted(month for month in of_year if month not in in_last)
        options = tuple(_option(month, times) for month, times in sorted(months.items(), reverse=True))
        return Found(options, {}, Words("my_hours-gone"), Words("my_hours-nothing_there"))

    async def _entries(self, needed: Needed, conversation: str) -> Found:
        """The entries of a month, the newest first."""
        month = str(needed.facts.get("month") or needed.facts["period"])
        async with self._tools.database.read() as connection:
            found = await self._entries_of(connection, needed, conversation)
        if found is None:
            return _GONE
        entries = [each for each in found[1] if f"{each.day:%Y-%m}" == month]
        options = tuple(Option(each.id, _one(each), _state(each)) for each in reversed(entries))
        return Found(options, {}, Words("my_hours-gone"), _NOTHING.none)

    async def _ways(self, needed: Needed, conversation: str) -> Found:
        """What is known of an entry, and what may be done about it."""
        async with self._tools.database.read() as connection:
            found = await self._entries_of(connection, needed, conversation)
            entry = _by_id(found[1], str(needed.facts["entry"])) if found is not None else None
            if entry is None:
                return _GONE
            names = await _names(connection, [entry])
        ways = {"waiting": ("withdraw", "wrong"), "confirmed": ("wrong",)}.get(entry.state, ())
        note = {
            "day": entry.day,
            "from": f"{entry.begins_at.astimezone(SHANGHAI):%H:%M}",
            "to": f"{entry.ends_at.astimezone(SHANGHAI):%H:%M}",
            "length": length(entry.minutes),
            "kind": _kind(entry),
            "what": private(entry.what),
            "organisation": names[entry.organisation],
            "state": _state(entry),
        }
        options = tuple(Option(way, Words(f"my_hours-way.{way}")) for way in ways)
        return Found(options, {}, Words("my_hours-gone"), note=Words("my_hours-entry_shown", note))

    async def _certificates(self, needed: Needed, conversation: str) -> Found:
        """The certificates of a volunteer, the newest first."""
        async with self._tools.database.read() as connection:
            if await self._entries_of(connection, needed, conversation) is None:
                return _GONE
            volunteer = str(needed.facts["volunteer"])
            found = await certificates.of_volunteer(connection, self._tools.vault, volunteer)
            names = {each.organisation: await _name(connection, each.organisation) for each in found}
        options = tuple(Option(each.number, _certified(each, names[each.organisation])) for each in found)
        return Found(options, {}, Words("my_hours-gone"), _NOTHING.none)

    async def _entries_of(
        self, connection: AsyncConnection, needed: Needed, conversation: str
    ) -> tuple[Volunteer, list[Entry]] | None:
        """A volunteer of this conversation, and everything that was ever recorded of them."""
        try:
            own = await own_volunteer(connection, self._tools, conversation, needed.facts["volunteer"], "volunteer")
        except Refused:
            return None
        return own, await ledger.of_volunteer(connection, self._tools.vault, own.number, also_over=True)

    # --- endings -------------------------------------------------------------------------------------------------

    async def _withdraw(self, final: Final, doing: Doing) -> Told:
        entry = await self._chosen(final, doing)
        if entry.state != "waiting":
            raise Refused("my_hours-not_waiting", step="what")
        await self._records.withdraw(doing.connection, [entry.id], f"volunteer:{entry.volunteer}", doing.world)
        return {"day": entry.day, "length": length(entry.minutes)}, None

    async def _dispute(self, final: Final, doing: Doing) -> Told:
        entry = await self._chosen(final, doing)
        if entry.state not in {"waiting", "confirmed"}:
            raise Refused("my_hours-gone", step="what")
        who, words = f"volunteer:{entry.volunteer}", str(final.facts["words"])
        await self._records.dispute(doing.connection, entry.id, who, words, doing.world)
        return {"day": entry.day, "length": length(entry.minutes)}, None

    async def _certificate(self, final: Final, doing: Doing) -> Told:
        volunteer, number = final.facts["volunteer"], str(final.facts["certificate"])
        own = await own_volunteer(doing.connection, self._tools, doing.conversation.id, volunteer, "volunteer")
        kept = await certificates.by_number(doing.connection, self._tools.vault, number)
        if kept is None or kept.volunteer != own.number:
            raise Refused("my_hours-gone", step="certificate")
        file = {"certificate": number} if kept.is_valid and kept.conversation == doing.conversation.id else {}
        state = "valid" if kept.is_valid else "revoked"
        told = {"number": number, "state": state, "organisation": await _name(doing.connection, kept.organisation)}
        return {**told, "length": length(kept.minutes), **file}, None

    async def _chosen(self, final: Final, doing: Doing) -> Entry:
        """The entry that was chosen, as nobody else changes it before this transaction is over."""
        volunteer, entry = final.facts["volunteer"], str(final.facts["entry"])
        own = await own_volunteer(doing.connection, self._tools, doing.conversation.id, volunteer, "volunteer")
        await ledger.lock(doing.connection, own.number)
        found = await ledger.one(doing.connection, self._tools.vault, entry)
        if found is None or found.volunteer != own.number:
            raise Refused("my_hours-gone", step="entry")
        return found


# --- parts -------------------------------------------------------------------------------------------------------


def _summed(entries: list[Entry], names: dict[str, str], months: tuple[Words, ...]) -> tuple[Words, ...]:
    """What it adds up to, a line each; what there is none of has no line."""
    waits = sum(each.minutes for each in entries if each.state == "waiting" and not each.training)
    disputed = sum(each.minutes for each in entries if each.state == "disputed" and not each.training)
    training = sum(each.minutes for each in entries if each.state == "confirmed" and each.training)
    of_each = {name: total(each for each in entries if each.organisation == id_) for id_, name in names.items()}
    lines = [Words("my_hours-sum.total", {"length": length(total(entries))})]
    lines += [
        Words("my_hours-sum.organisation", {"name": name, "length": length(minutes)})
        for name, minutes in sorted(of_each.items())
        if minutes
    ]
    others = {"waiting": waits, "disputed": disputed, "training": training}
    lines += [Words(f"my_hours-sum.{name}", {"length": length(n)}) for name, n in others.items() if n]
    return (*lines, *((Words("my_hours-by_month"), *months) if months else ()))


def _period(entry: Entry, newest: tuple[str, ...]) -> str:
    """The month of an entry, or its year where that is long ago."""
    month = f"{entry.day:%Y-%m}"
    return month if month in newest or month > newest[-1] else month[:4]


def _counted(each: Iterable[str]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for name in each:
        counted[name] = counted.get(name, 0) + 1
    return counted


def _option(period: str, times: int) -> Option:
    return Option(period, Words("my_hours-entries_of", {"period": period, "times": times}))


def _one(entry: Entry) -> Words:
    return Words("my_hours-one", {"day": entry.day, "length": length(entry.minutes), "kind": _kind(entry)})


def _kind(entry: Entry) -> Words:
    return Words("service_kind.training" if entry.training else f"service_kind.{entry.kind}")


def _state(entry: Entry) -> Words:
    return Words(f"my_hours-state.{'by_bureau' if entry.is_by_bureau else entry.state}")


def _certified(kept: Kept, organisation: str) -> Words:
    state = "valid" if kept.is_valid else "revoked"
    told = {"number": kept.number, "organisation": organisation, "length": length(kept.minutes), "state": state}
    return Words("my_hours-certified", told)


def _by_id(entries: list[Entry], id_: str) -> Entry | None:
    return next((each for each in entries if each.id == id_), None)


async def _names(connection: AsyncConnection, entries: Iterable[Entry]) -> dict[str, str]:
    return {id_: await _name(connection, id_) for id_ in sorted({each.organisation for each in entries})}


async def _name(connection: AsyncConnection, organisation: str) -> str:
    found = await organisations.one(connection, organisation)
    return "" if found is None else found.name
