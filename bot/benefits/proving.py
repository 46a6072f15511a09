"""Who is asking (核对身份): a one-time code (验证码) goes to the telephone on file, and shows it.

The turn never asks a register: it writes down what was said and that a code is to be sent, and answers the same for
whoever is typed. The work looks the person up at a fixed time after, and does the same for somebody, for nobody and for
who has no telephone; only the last step, the gateway itself, tells them apart.
"""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.benefits import throttling
from bot.benefits.looking import Looking
from bot.benefits.parts import Tools
from bot.benefits.telephones import PLACES, applicants, reached
from bot.clock import local_day
from bot.filing import Doing
from bot.pieces import Part
from flows.benefits.identity import CHECK, PROOF
from flows.benefits.records import Registered
from flows.errors import OutsideFault, Refused
from flows.inputs.id_number import mask
from flows.inputs.name import mask_name
from flows.inputs.one_time_code import LENGTH
from flows.language.answers import Standing
from flows.language.lookups import Found
from flows.outcome import Do, Needed
from flows.words import Option, Words
from integrations.store.benefits import checks, proofs
from integrations.store.benefits.checks import ON_FILE, TOLD_HERE, Check, Place
from integrations.store.benefits.proofs import Proof
from integrations.store.benefits.register import person_of
from integrations.store.database import Collision
from integrations.store.due_work import Work, schedule

SEND_AFTER = timedelta(seconds=3)
"""When the person is looked up and the code leaves, after it was asked for."""
LAST_KNOWN_FOR = timedelta(days=1)
"""How old the last known of a register that does not answer may be, for a code to go to the telephone of then."""
WORK = "identity_send"

_OFTEN = Found((), {}, Words("identity-too_often"), Words("identity-too_often"))
_NO_MESSAGES = Found((), {}, Words("identity-no_messages"), Words("identity-no_messages"))
_WRONG = Found((), {}, Words("identity-wrong"), Words("identity-wrong"))


class Proving:
    """Asks for codes, sends them, and remembers for a short time who has shown who they are."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._looking = Looking(tools)

    def part(self) -> Part:
        """What it brings."""
        return Part(
            lookups={"proofs_here": self._here, "identity_asked": self._may_ask, "identity_shown": self._shown},
            holds={CHECK: (self._ask, self._call_off), PROOF: (self._prove, self._keep)},
            outside={WORK: self.send},
            forget=(self._forget,),
        )

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def _here(self, needed: Needed, conversation: str) -> Found:
        """Who has shown in this conversation who they are, as far as it still holds. Where that is one alone nothing is
        asked, until it is asked for."""
        async with self._tools.database.read() as connection:
            held = await proofs.of_conversation(connection, self._tools.vault, conversation, needed.facts.world.now)
        newest = {(each.id_number, each.by): each for each in reversed(held)}
        options = tuple(Option(each.id, _named(each)) for each in newest.values())
        return Found(options, {}, Words("identity-gone"), sure=len(options) == 1)

    async def _may_ask(self, needed: Needed, conversation: str) -> Found:
        """A new check, unless too many codes were asked for or tried, or there is no way to send any."""
        if self._tools.sms is None:
            return _NO_MESSAGES
        async with self._tools.database.read() as connection:
            may = await throttling.may_ask(connection, conversation, needed.facts.world.now)
        run = needed.run  # the same until a check is made of it, and never again
        id_ = self._tools.vault.index("identity-check", f"{conversation}\x1f{run.id}\x1f{run.attempts}").hex()[:24]
        return Found((Option(id_, Words("identity-send")),), sure=True) if may else _OFTEN

    async def _shown(self, needed: Needed, conversation: str) -> Found:
        """The proof that the code gives; for whatever is not so, one sentence. A wrong code is counted at once, once
        however often this runs; a right one is remembered at once, for what is asked next is looked up on the strength
        of it. Raises Collision."""
        id_, code, now = str(needed.facts["asked"]), str(needed.facts["code"]), needed.facts.world.now
        async with self._tools.database.write() as connection:
            check = await checks.one(connection, self._tools.vault, id_)
            may_try = await throttling.may_try(connection, conversation, now)
            if check is None or check.conversation != conversation:
                return _WRONG
            if check.state == "used":
                is_right = await self._is_remembered(connection, check, code, now)
            else:
                place = self._right(check, code) if may_try and self._is_fresh(check, now) else None
                is_right = place is not None
                if place is not None:
                    await self._remember(connection, check, place, now, needed.facts.world.place.proof_minutes)
                elif may_try:
                    await self._count(connection, check, code, now)
        return Found((Option(self._proof_id(id_), Words("identity-chosen")),), sure=True) if is_right else _WRONG

    # --- holds ---------------------------------------------------------------------------------------------------

    async def _ask(self, do: Do, doing: Doing) -> None:
        """Writes down what was said, and that a code is to be sent. Raises Refused for one that was called off before:
        then another is asked for."""
        facts, now, vault = do.facts, doing.world.now, self._tools.vault
        send_at = now + SEND_AFTER
        check = Check(
            id=str(do.value),
            conversation=doing.conversation.id,
            name=str(facts["name"]),
            id_number=str(facts["id"]),
            places=self._places(),
            send_at=send_at,
            until=send_at + timedelta(minutes=doing.world.place.code_minutes),
            proxy_name=facts.get("proxy_name"),
            proxy_id=facts.get("proxy_id"),
        )
        if not await checks.add(doing.connection, vault, check, now):
            raise Refused("identity-called_off", step="asked")
        await schedule(doing.connection, vault, Work(f"{WORK}:{check.id}", WORK, send_at, {"check": check.id}), now)

    async def _call_off(self, standing: Standing, doing: Doing) -> None:
        """Nobody waits for this code any more."""
        await checks.over(doing.connection, str(standing.value), doing.conversation.id, doing.world.now)

    async def _prove(self, do: Do, doing: Doing) -> None:
        """Who asks was shown. Raises Refused where it is not so any more."""
        connection, vault, code = doing.connection, self._tools.vault, str(do.facts["code"])
        check = await checks.one(connection, vault, str(do.facts["asked"]))
        is_own = check is not None and check.conversation == doing.conversation.id
        if check is None or not is_own or not await self._is_remembered(connection, check, code, doing.world.now):
            raise Refused("identity-wrong", step="code")

    async def _keep(self, standing: Standing, doing: Doing) -> None:
        """What was shown is remembered for its time, whatever becomes of the service it was shown for."""

    async def _forget(self, doing: Doing) -> None:
        """Nothing is remembered of who asked in this conversation."""
        await proofs.forget(doing.connection, doing.conversation.id)
        await checks.forget(doing.connection, doing.conversation.id, doing.world.now)

    # --- work ----------------------------------------------------------------------------------------------------

    async def send(self, work: Work) -> None:
        """Looks up who was named, and sends the code to their telephone: the same steps for whoever it is.

        Raises OutsideFault while the register or the gateway does not answer: it is tried again as long as the code is
        good, and nothing is told of it in the chat, for it would be told of somebody only.
        """
        tools, now = self._tools, self._tools.clock()
        async with tools.database.read() as connection:
            check = await checks.one(connection, tools.vault, str(work.payload["check"]))
        if check is None or not check.is_open(now):
            return
        registered, is_away = await self._registered(check, now)
        person = person_of(tools.vault, check.id_number)
        async with tools.database.write() as connection:
            applied = await applicants(connection, tools.vault, person)
            kinds = await throttling.served(connection, check.conversation, person, now)
            found = reached(check, registered, applied, local_day(now))
            # What was sent once goes nowhere else, whatever is found later.
            places = check.places if check.sent else tuple(_if_served(each, kinds) for each in found)
            is_open = await checks.looked_up(connection, tools.vault, check, places, now)
        if not is_open:
            raise OutsideFault("the check has moved on meanwhile")
        if tools.sms is not None:
            for place in places:
                await tools.sms.send(place.phone, self._message(place), self._key(work, place))
        if is_away:
            raise OutsideFault("the register of benefits does not answer")

    async def _registered(self, check: Check, now: datetime) -> tuple[Registered | None, bool]:
        """Whom the register has of the number, and whether it does not answer: then it is the last known, if that is
        not old. That it was looked up is on record for whoever's number it is."""
        try:
            found = await self._tools.register.find(check.id_number, keep=False)
            is_old = found.stale and now - found.as_of > LAST_KNOWN_FOR
            registered, is_away = (None if is_old else found.of), found.stale
        except OutsideFault:
            registered, is_away = None, True
        await self._looking.note(registered, check.id_number, "desk", "identity", check.id)
        return registered, is_away

    def _message(self, of: Place) -> str:
        """The short message with a code."""
        place = self._tools.place
        told = {"place": Words(f"place-{place.id}"), "code": of.code, "minutes": place.code_minutes}
        return self._tools.speech.render(Words("sms-code", told), self._tools.language)

    def _key(self, work: Work, of: Place) -> str:
        """The same code to the same telephone is one message, however often it is sent."""
        return f"{work.id}:{self._tools.vault.index('identity-send', f'{of.phone}:{of.code}').hex()[:16]}"

    def _places(self) -> tuple[Place, ...]:
        """Places for telephones, each with a code of its own."""
        kinds = (ON_FILE, *([TOLD_HERE] * (PLACES - 1)))
        codes = (int.from_bytes(self._tools.random(16)) % 10**LENGTH for _ in kinds)
        return tuple(Place(f"{code:0{LENGTH}}", kind) for code, kind in zip(codes, kinds, strict=True))

    # --- parts ---------------------------------------------------------------------------------------------------

    def _proof_id(self, check: str) -> str:
        """The id of the proof that a check comes to."""
        return self._tools.vault.index("identity-proof", check).hex()[:24]

    def _right(self, check: Check, code: str) -> Place | None:
        """Where the code went to, if it is one that went to somebody; all of them are compared."""
        right = [each for each in check.places if hmac.compare_digest(each.code.encode(), code.encode())]
        return next((each for each in right if each.phone is not None), None)

    def _is_fresh(self, check: Check, now: datetime) -> bool:
        return check.is_open(now) and len(check.tried) < throttling.MOST_WRONG

    async def _remember(
        self, connection: AsyncConnection, check: Check, place: Place, now: datetime, minutes: int
    ) -> None:
        """The code was right: it shows who asks once, for so many minutes."""
        if not await checks.used(connection, check, now):
            raise Collision("the check has moved on meanwhile")
        proof = Proof(
            id=self._proof_id(check.id),
            conversation=check.conversation,
            name=check.name,
            id_number=check.id_number,
            phone=str(place.phone),
            proved_at=now,
            until=now + timedelta(minutes=minutes),
            by=place.by,
            proxy=place.proxy,
        )
        await proofs.add(connection, self._tools.vault, proof)

    async def _is_remembered(self, connection: AsyncConnection, check: Check, code: str, now: datetime) -> bool:
        """Whether it is the code that was used just now, and what it has shown still holds."""
        id_ = self._proof_id(check.id)
        held = await proofs.one(connection, self._tools.vault, id_, check.conversation, now)
        return self._right(check, code) is not None and held is not None

    async def _count(self, connection: AsyncConnection, check: Check, code: str, now: datetime) -> None:
        digest = self._tools.vault.index("identity-code", f"{check.id}\x1f{code}").hex()
        if not self._is_fresh(check, now) or digest in check.tried:
            return
        if not await checks.tried(connection, self._tools.vault, check, digest, now):
            raise Collision("the check has moved on meanwhile")


def _named(proof: Proof) -> Words:
    return Words("identity-proof_of", {"who": mask_name(proof.name), "number": mask(proof.id_number)[-4:]})


def _if_served(place: Place, kinds: int) -> Place:
    """A place whose code is sent, or one that stands for nobody."""
    return place if place.kind & kinds else Place(place.code, place.kind)
