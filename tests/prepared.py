"""What whoever comes to a service of volunteers, or to their benefits, finds: who they are, what waits, what else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bot.volunteers.day_code import code_of
from bot.volunteers.time_bank import TimeBank
from flows.benefits import identity
from flows.benefits.records import Mandate, MandateKind
from flows.volunteers.ledger import Entry
from flows.volunteers.posts import shown_code
from integrations.store.volunteers import activities, organisations, registry
from tests import benefiting, calling, posts
from tests.people import id_number
from tests.serving import FIRST, TEAM, Serving, a_volunteer
from tests.talk import NOON, OTHER_MAN, Talk
from tests.transcripts.test_volunteers import CHILD, MINOR, MOTHER, YOUNG
from tests.transcripts.walks import said
from tests.volunteering import HELPERS, Service

ORGANISER_CODE = "7K3MQ2XD"


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody knows who comes to a service: a code they were given, and answers by question."""

    code: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


async def prepared(service: str, goal: str, talk: Talk, random: Random) -> Known:
    """Makes a desk ready for somebody who comes to a service of volunteers and heads for an ending."""
    if service == "benefits" or (service == "stop_news" and goal == "stopped"):
        return await _has_benefits(talk, goal)
    if service == "recertify":
        return await _is_to_certify(talk, goal, random)
    if service in ("my_hours", "service_certificate"):
        return await _has_served(talk)
    if service in ("activities", "check_in", "publish", "my_posts"):
        return await _has_posts(talk, goal)
    if service == "volunteer":
        return _signs_up(goal, random)
    if service == "guardian":
        return await _is_asked(talk)
    if service == "volunteer_details":
        return await _is_registered(talk, goal)
    if service == "service_hours":
        return await _tells_hours(talk)
    if service in ("organiser", "countersign", "dispute"):
        return await _is_in_charge(talk, service)
    if service == "help_out":
        return await _is_called(talk, goal)
    if service == "time_bank":
        return await _has_earned(talk)
    return Known()


async def _has_benefits(talk: Talk, goal: str) -> Known:
    """Somebody has an allowance and an application that waits for papers, has shown who they are, unless it is that
    they do not come to, and may have wished to be told of changes."""
    if goal in identity.ENDINGS:
        return Known()
    await said(talk, "菜单")
    waits = benefiting.a_record("DB-2", "to_supplement", missing=("户口簿",))
    await benefiting.registered(talk.app, benefiting.a_record(payments=benefiting.PAID), waits)
    await benefiting.proved(talk.app, talk.conversation, holds=timedelta(days=1))
    if goal in {"news_off", "stopped"}:
        await said(talk, "我的救助待遇", "=first", "=news_on")
    return Known()


async def _is_to_certify(talk: Talk, goal: str, random: Random) -> Known:
    """Somebody is to certify, by themselves, by their guardian, or by whom they gave a mandate; or nothing is
    due, or they do not show who they are."""
    if goal in identity.ENDINGS:
        return Known()
    await said(talk, "菜单")
    due = date(2027, 5, 1) if goal == "later" else date(2026, 5, 20)
    by: MandateKind | None = random.choice([None, None, "guardian", "mandate"])
    mandates = () if by is None else (Mandate("李四", OTHER_MAN, benefiting.OTHER_PHONE, by),)
    account = random.choice([None, benefiting.ACCOUNT])
    await benefiting.registered(talk.app, benefiting.a_record(certify_by=due, account=account), mandates=mandates)
    phone = benefiting.PHONE if by is None else benefiting.OTHER_PHONE
    await benefiting.proved(
        talk.app,
        talk.conversation,
        phone=phone,
        by=by,
        proxy=None if by is None else OTHER_MAN,
        holds=timedelta(days=1),
    )
    return Known()


async def _is_called(talk: Talk, goal: str) -> Known:
    """A volunteer is asked for help, and may have said yes already."""
    await said(talk, "菜单")  # the conversation has its language before anything is told in it
    await calling.an_organisation(talk.app)
    await calling.a_volunteer(talk.app, 0, conversation=talk.conversation)
    await calling.a_call(talk.app)
    if goal == "given_up":
        await said(talk, "接派单", "=accept")
    return Known()


async def _has_earned(talk: Talk) -> Known:
    """An elder who has earned minutes, and another volunteer who may be given some."""
    await said(talk, "菜单")
    await calling.an_organisation(talk.app)
    own = await calling.a_volunteer(talk.app, 0, born=date(1960, 1, 1), conversation=talk.conversation)
    await calling.a_volunteer(talk.app, 1, number="JT260501-333333")
    began = talk.app.clock() - timedelta(days=1)
    ends_at = began + timedelta(hours=2)
    entry = Entry("e1", own.number, calling.ORGANISATION, "elder", began, ends_at, 115, state="confirmed")
    world = await talk.app.world()
    async with talk.app.database.write() as connection:
        await TimeBank(talk.app.volunteer_tools).earned(connection, [entry], world)
    asked = {"need": "陪我去医院", "day": "2026-05-13", "time": "上午9点", "length": "1小时"}
    return Known(answers={"to": "JT260501-333333", "minutes": "30分钟", **asked})


async def _has_served(talk: Talk) -> Known:
    """A volunteer has served, not all of it is confirmed, and what is has been certified."""
    service = await Service.begin(talk.app, talk.conversation)
    await service.served(date(2024, 8, 1), 45)
    await service.served(date(2026, 5, 3), 125)
    await service.served(date(2026, 5, 4), 20, confirmed=False)
    await said(talk, "开志愿服务证明", f"={HELPERS}", "=all", "=first")
    return Known()


async def _has_posts(talk: Talk, goal: str) -> Known:
    """Who writes is in charge of an organisation with posts, and a volunteer as well."""
    app = talk.app
    now = posts.a_post(1, starts_at=app.clock() - timedelta(minutes=30))
    full, free = posts.a_post(2, seats=1), posts.a_post(3, starts_at=posts.STARTS + timedelta(days=1))
    await posts.put_in_charge(app, talk.conversation)
    async with app.database.write() as connection:
        people = (posts.a_volunteer(1, talk.conversation), posts.a_volunteer(2))
        await posts.set_up(connection, app.vault, *people, posts=(now, full, free))
        await activities.join(connection, full.number, "V0002", app.clock(), step="post")
        if goal == "left":
            for each in (now, free):
                await activities.join(connection, each.number, "V0001", app.clock(), step="post", late=True)
            await activities.arrive(connection, now.number, "V0001", app.clock() - timedelta(minutes=20))
    code = shown_code(code_of(app.vault, now))
    return Known("", {"day": "2026-05-20", "from": "9:00", "to": "12:00", "seats": "7", "code": code})


def _signs_up(goal: str, random: Random) -> Known:
    """As old as whoever comes to that ending."""
    of_age = id_number(date(1990, 3, 3), man=True)
    own = {
        "registered": random.choice([of_age, id_number(date(1955, 3, 3), man=False), CHILD]),
        "guardian_asked": MINOR,
        "by_guardian": CHILD,
        "by_oneself": MINOR,
        "too_young": CHILD,
    }
    return Known("", {"id": own.get(goal, of_age), "guardian_id": MOTHER})


async def _is_asked(talk: Talk) -> Known:
    """A minor has signed up in another chat, and gave them the code."""
    minor = Talk(talk.app, "minor")
    await said(minor, *YOUNG)
    assert minor.last is not None
    code = next(str(reply.words.args["code"]) for reply in minor.last.replies if "code" in reply.words.args)
    return Known(code, {"id": MOTHER})


async def _is_registered(talk: Talk, goal: str) -> Known:
    """A volunteer; one who waits for a guardian where a code is to be had again."""
    if goal == "code_again":
        await said(talk, *YOUNG)
        return Known()
    async with talk.app.database.write() as connection:
        volunteer = posts.a_volunteer(1, talk.conversation, calls=goal == "calls_off")
        await registry.register(connection, talk.app.vault, volunteer, NOON - timedelta(days=100), "number")
    return Known()


async def _tells_hours(talk: Talk) -> Known:
    """A volunteer for whom an organisation records."""
    served = Serving(talk.app)
    await served.begin()
    async with talk.app.database.write() as connection:
        volunteer = a_volunteer("V2", talk.conversation, 2)
        await registry.register(connection, talk.app.vault, volunteer, NOON - timedelta(days=101), "number")
    return Known()


async def _is_in_charge(talk: Talk, service: str) -> Known:
    """Who is to be in charge, or is and has entries before them: some wait, one is in dispute, one is their own."""
    served, app = Serving(talk.app), talk.app
    await served.begin()
    if service == "organiser":
        async with app.database.write() as connection:
            named = {"id_": "invited", "organisation": TEAM, "name": "赵甲", "code": ORGANISER_CODE}
            until = app.clock() + timedelta(days=3)
            await organisations.invite(connection, app.vault, **named, until=until, now=app.clock())
        return Known(ORGANISER_CODE)
    async with app.database.write() as connection:
        await served.in_charge(connection, "mine", TEAM, talk.conversation)
        own = a_volunteer("V2", talk.conversation, 2)
        await registry.register(connection, app.vault, own, NOON - timedelta(days=90), "number")
    entries = await served.recorded(4)
    await served.recorded(1, volunteer="V2")
    async with app.database.write() as connection:
        await served.records.dispute(connection, entries[0], f"volunteer:{FIRST}", "我到十二点", await app.world())
    return Known("", {"minutes": "60"})
