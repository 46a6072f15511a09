"""The composition root: the only file that knows which store, which connector, which channel."""

from __future__ import annotations

import contextlib
import gc
import os
import secrets
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import resources
from pathlib import Path
from random import Random
from tempfile import NamedTemporaryFile

from bot.acceptance import Acceptance
from bot.accompanying import Accompanying
from bot.alerts import Alerts
from bot.attaching import Attaching
from bot.benefits import composition as benefits
from bot.benefits.parts import Tools as BenefitTools
from bot.benefits.registers import open_register
from bot.booking import Booker
from bot.by_code import ByCode
from bot.by_number import ByNumber
from bot.cards import Cards, Reader
from bot.channels import capabilities
from bot.channels.capabilities import is_discreet
from bot.channels.outbox import Channel, Outbox
from bot.channels.rendering import Renderer
from bot.checking import Checking
from bot.clock import Clock, clock_from, local_day, real_clock
from bot.counting import Counting
from bot.desk_clocks import DeskClocks
from bot.documents import Documents
from bot.effects import Effects
from bot.filing import Filing
from bot.handling import Handling
from bot.holders import Holders
from bot.letter_events import LetterEvents
from bot.letter_keeping import LetterKeeping
from bot.letter_lookups import LetterLookups
from bot.letter_papers import LetterPapers
from bot.letters import Letters
from bot.lookups import OF_PIECES, Lookups
from bot.no_shows import NoShows
from bot.notices import Notices
from bot.numbers import Numbers
from bot.overdue import Overdue
from bot.partners import Partners
from bot.passes import Elsewhere, Passes
from bot.pieces import Pieces
from bot.posting import Posting
from bot.receipts import Receipts
from bot.rejudging import Rejudging
from bot.robots import Robots
from bot.settings import Settings
from bot.speech import Speech
from bot.turn import Turns
from bot.villages import import_villages
from bot.volunteers import composition as volunteers
from bot.volunteers.dispatching import Dispatching
from bot.volunteers.parts import Tools
from bot.volunteers.reports import Reports
from bot.waiting import Waiting
from bot.worker import Worker
from flows import policy as policies
from flows.calendar import WorkCalendar
from flows.catalogue import FLOWS
from flows.errors import SettingsFault
from flows.incoming import Event, Incoming
from flows.language.flow import Flow
from flows.place import Place, parse_place
from flows.policy import Policy
from flows.world import World
from integrations.calendar import ChinaCalendar
from integrations.cards.reading import CardReader, can_read_cards
from integrations.case_systems.contract import CaseSystem
from integrations.case_systems.webhook import WebhookSystem
from integrations.privacy import Keys, Vault
from integrations.quick import Quick
from integrations.sms import HttpSms, PrintedSms, Sms
from integrations.store import calendar as calendar_store
from integrations.store.chats import RESIDENTS, WECHAT
from integrations.store.database import Database
from integrations.store.migrate import migrate
from integrations.store.talk import open_talk

CALENDAR_AGE = timedelta(seconds=30)
DATABASE_FILE = "yizheng.db"
KEYS_FILE = "demonstration.keys"
DEMONSTRATION_VILLAGES = "jingtai-villages.csv"


class Surroundings:
    """Makes the world of a turn; the staff's changes to the calendar are read again every half minute."""

    def __init__(
        self, database: Database, place: Place, policy: Policy, speech: Speech, clock: Clock, *, reads_cards: bool
    ) -> None:
        self._database = database
        self._place = place
        self._policy = policy
        self._speech = speech
        self._clock = clock
        self._reads_cards = reads_cards
        self._calendar: WorkCalendar = ChinaCalendar({})
        self._overrides: dict[date, bool] = {}
        self._read_at: datetime | None = None

    async def world(self, incoming: Incoming) -> World:
        """The world at the instant the message came in."""
        calendar = await self.calendar()
        day = local_day(incoming.at)
        return World(incoming.at, day, self._policy, calendar, self._place, self._speech, self._reads_cards)

    async def calendar(self) -> WorkCalendar:
        """The working-day calendar with the staff's changes."""
        now = self._clock()
        if self._read_at is None or now - self._read_at > CALENDAR_AGE:
            async with self._database.read() as connection:
                overrides = dict(await calendar_store.changes(connection))
            if overrides != self._overrides:
                self._calendar, self._overrides = ChinaCalendar(overrides), overrides
            self._read_at = now
        return self._calendar

    def forget_calendar(self) -> None:
        """The staff's changes are read anew when they are next needed."""
        self._read_at = None


@dataclass(frozen=True, slots=True)
class App:
    """Everything a face (web, terminal, worker, command) needs, wired once."""

    settings: Settings
    place: Place
    flows: Mapping[str, Flow]
    speech: Speech
    database: Database
    vault: Vault
    quick: Quick
    turns: Turns
    worker: Worker
    clock: Clock
    lookups: Lookups
    numbers: Numbers
    documents: Documents
    papers: LetterPapers
    letters: LetterEvents
    acceptance: Acceptance
    checking: Checking
    handling: Handling
    no_shows: NoShows
    desk_clocks: DeskClocks
    passes: Passes
    outbox: Outbox
    posting: Posting
    pieces: Pieces
    volunteer_tools: Tools
    benefit_tools: BenefitTools
    dispatching: Dispatching
    world: Callable[[], Awaitable[World]]


def card_reader() -> Reader | None:
    """The reader of identity cards, where the extra ``ocr`` is installed. It starts nothing before the first card."""
    return CardReader() if can_read_cards() else None


@asynccontextmanager
async def open_app(
    settings: Settings,
    *,
    clock: Clock | None = None,
    speech: Speech | None = None,
    flows: Mapping[str, Flow] = FLOWS,
    reader: Callable[[], Reader | None] = card_reader,
) -> AsyncIterator[App]:
    """Wires the parts, brings the database up to date, and closes everything at the end.

    ``speech`` is that of the ``flows`` offered.
    """
    place = load_place(settings.place)
    speech = speech or Speech(flows)
    clock = clock or demonstration_clock(settings, place)
    vault = Vault(load_keys(settings, place), settings.cipher)
    database = open_database(settings)
    quick = Quick(settings.redis_url)
    systems = case_systems(settings)
    sms = short_messages(settings, place)
    wanted = {name.strip() for name in settings.webhook_services.split(",")}

    def delivered(service: str) -> str | None:
        return "webhook" if systems and ("*" in wanted or service in wanted) else None

    policy = policies.load(place.policies)
    reads = reader()
    cards = Cards(database, vault, reads)
    surroundings = Surroundings(database, place, policy, speech, clock, reads_cards=reads is not None)
    counting = Counting(database, vault, flows)
    alerting = Alerts(
        database=database,
        vault=vault,
        place=place,
        speech=speech,
        sms=sms,
        language=settings.locale,
        has_bot=settings.telegram_staff_token is not None,
    )
    numbers = Numbers(place.initials, secrets.randbelow)
    volunteer_tools = Tools(database, vault, quick, numbers, secrets.token_bytes, delivered("volunteers"))
    register = open_register(settings, database, vault, quick, clock)
    by_code = ByCode(database, vault, quick, clock)
    papers = LetterPapers(speech, place)

    async def world() -> World:
        return await surroundings.world(Incoming("", "", clock()))

    desk_clocks = DeskClocks(database=database, vault=vault, world=world, on_mark=Overdue(vault).reached)
    handling = Handling(vault, place, desk_clocks)
    filing = Filing(vault, flows, delivered, desk_clocks)
    benefit_tools = BenefitTools(
        database=database,
        vault=vault,
        numbers=numbers,
        random=secrets.token_bytes,
        clock=clock,
        register=register,
        filing=filing,
        sms=sms,
        language=settings.locale,
        place=place,
        speech=speech,
        world=world,
    )
    pieces = Pieces((*volunteers.parts(volunteer_tools), *benefits.parts(benefit_tools)), OF_PIECES)
    lookups = Lookups(
        database,
        ByNumber(database, vault, quick),
        by_code,
        counting,
        Receipts(database, vault),
        LetterLookups(database, vault, quick, papers),
        cards,
        pieces,
    )
    talk = open_talk(database, vault)
    passes = Passes(
        database,
        vault,
        quick,
        numbers,
        Elsewhere(
            settings.public_url,
            settings.telegram_name,
            settings.telegram_staff_name,
            settings.wechat_app_id is not None,
        ),
    )
    keeping = LetterKeeping(vault, numbers, filing, place)
    letters, events = Letters(vault, numbers, filing, keeping, papers), LetterEvents(vault, keeping)
    checking = Checking(vault, filing)

    async def tell_in_chat(conversation: str, key: str, event: Event) -> None:
        await turns.tell(conversation, key, event, clock())

    notices = Notices(
        database=database,
        vault=vault,
        speech=speech,
        place=place,
        clock=clock,
        tell=tell_in_chat,
        sms=sms,
    )
    robots = Robots(vault=vault, speech=speech, language=settings.locale, public_url=settings.public_url)
    posting = Posting(
        vault=vault,
        place=place,
        speech=speech,
        language=settings.locale,
        public_url=settings.public_url,
        robots=robots,
    )
    waiting = Waiting(database=database, vault=vault, notices=notices, world=world)
    booker = Booker(vault, flows, numbers, filing, waiting, counting)
    partners = Partners(vault, numbers, filing, booker, waiting, counting)
    channels = {
        bot: Channel(can, Renderer(speech, flows, can), is_discreet(can, place))
        for bot, can in ((RESIDENTS, capabilities.TELEGRAM), (WECHAT, capabilities.WECHAT))
    }
    outbox = Outbox(vault, flows, channels, passes)
    turns = Turns(
        database=database,
        talk=talk,
        vault=vault,
        quick=quick,
        worlds=surroundings,
        flows=flows,
        lookups=lookups,
        effects=Effects(
            vault,
            flows,
            numbers,
            filing,
            booker,
            partners,
            waiting,
            letters,
            alerting,
            handling,
            desk_clocks,
            pieces,
        ),
        filing=filing,
        holders=Holders(quick, settings.holds_per_address),
        pushes=outbox,
        language=settings.locale,
    )
    no_shows = NoShows(
        vault=vault, flows=flows, place=place, policy=policy, counting=counting, notices=notices, clock=clock
    )
    worker = Worker(
        database=database,
        vault=vault,
        quick=quick,
        turns=turns,
        notices=notices,
        partners=partners,
        letters=events,
        attaching=Attaching(vault, papers, settings.public_url),
        checking=checking,
        no_shows=no_shows,
        rejudging=Rejudging(
            database=database,
            vault=vault,
            flows=flows,
            notices=notices,
            filing=filing,
            world=world,
        ),
        waiting=waiting,
        alerts=alerting,
        posting=posting,
        accompanying=Accompanying(database=database, vault=vault, place=place, notices=notices, world=world),
        desk_clocks=desk_clocks,
        pieces=pieces,
        reports=Reports(vault),
        world=world,
        forget_calendar=surroundings.forget_calendar,
        systems=systems,
        clock=clock,
        random=Random(),  # noqa: S311 - spreads retries, keeps no secret
        transcript_days=settings.transcript_days,
        retention_days=settings.retention_days,
        case_days=settings.case_days,
    )
    documents = Documents(
        database=database,
        vault=vault,
        place=place,
        policy=policy,
        speech=speech,
        clock=clock,
        language=settings.locale,
    )
    try:
        await migrate(database)
        if place.demonstration:
            await import_villages(database, demonstration_villages(), place, replace=False)
        yield App(
            settings=settings,
            place=place,
            flows=flows,
            speech=speech,
            database=database,
            vault=vault,
            quick=quick,
            turns=turns,
            worker=worker,
            clock=clock,
            lookups=lookups,
            numbers=numbers,
            documents=documents,
            papers=papers,
            letters=events,
            acceptance=Acceptance(vault, filing),
            checking=checking,
            handling=handling,
            no_shows=no_shows,
            desk_clocks=desk_clocks,
            passes=passes,
            outbox=outbox,
            posting=posting,
            pieces=pieces,
            volunteer_tools=volunteer_tools,
            benefit_tools=benefit_tools,
            dispatching=Dispatching(volunteer_tools),
            world=world,
        )
    finally:
        await cards.close()
        for system in systems.values():
            await system.close()
        if sms is not None:
            await sms.close()
        await register.close()
        await quick.close()
        await talk.close()
        await database.close()


def settle() -> None:
    """What was made at the start stays until the end: the garbage collector need not look through it ever again.

    Of the CPU of a turn that confirms a booking it saves a third (measured). Once a process, when all is loaded. What
    little garbage there is by then stays as well: to look for it first took a quarter of a second and found 1 MB.
    """
    gc.freeze()
    gc.enable()


def load_place(name: str) -> Place:
    """A packaged place by its name, or one from a TOML file by its path."""
    packaged = resources.files("flows.places").joinpath(f"{name}.toml")
    if name.isidentifier() and packaged.is_file():
        return parse_place(packaged.read_text(encoding="utf-8"))
    try:
        return parse_place(Path(name).read_text(encoding="utf-8"))
    except OSError as fault:
        raise SettingsFault(f"YIZHENG_PLACE: there is no place {name}, neither packaged nor as a file") from fault


def demonstration_villages() -> str:
    """The made-up villages of the demonstration, as CSV."""
    return resources.files("flows.places").joinpath(DEMONSTRATION_VILLAGES).read_text(encoding="utf-8")


def open_database(settings: Settings) -> Database:
    """The database by URL, else a file in the data directory."""
    if settings.database_url is not None:
        return Database(settings.database_url)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return Database.in_file(settings.data_dir / DATABASE_FILE)


def load_keys(settings: Settings, place: Place) -> Keys:
    """The configured keys; the demonstration makes its own, anything else does not start without them."""
    if settings.keys is not None:
        return Keys.parse(settings.keys.get_secret_value())
    if not place.demonstration:
        raise SettingsFault("YIZHENG_KEYS is missing; python -m bot keys makes a set")
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    path = settings.data_dir / KEYS_FILE
    if not path.exists():
        _keep_new_keys(path)
    return Keys.parse(path.read_text(encoding="ascii"))


def _keep_new_keys(path: Path) -> None:
    """New keys for this user's eyes only, put in place whole: no start, cut off or at once, ever sees half a file."""
    with NamedTemporaryFile("w", encoding="ascii", dir=path.parent) as file:
        file.write(Keys.make().text())
        file.flush()
        os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(file.name, path)


def demonstration_clock(settings: Settings, place: Place) -> Clock:
    """The real clock, or in the demonstration one that starts at ``YIZHENG_NOW``."""
    if settings.now is None:
        return real_clock
    if not place.demonstration:
        raise SettingsFault("YIZHENG_NOW is for the demonstration only")
    return clock_from(settings.now)


def short_messages(settings: Settings, place: Place) -> Sms | None:
    """The way short messages go: a gateway, the demonstration's printer, or none, and then clerks call."""
    if settings.sms_url is not None:
        if settings.sms_token is None:
            raise SettingsFault("YIZHENG_SMS_URL needs YIZHENG_SMS_TOKEN")
        return HttpSms(settings.sms_url, settings.sms_token.get_secret_value())
    return PrintedSms(lambda line: sys.stderr.write(f"{line}\n")) if place.demonstration else None


def case_systems(settings: Settings) -> Mapping[str, CaseSystem]:
    """The case systems outside, by name; the built-in desk is always there and needs none."""
    if settings.webhook_url is None:
        return {}
    if settings.webhook_secret is None:
        raise SettingsFault("YIZHENG_WEBHOOK_URL needs YIZHENG_WEBHOOK_SECRET")
    secret = settings.webhook_secret.get_secret_value()
    return {"webhook": WebhookSystem(settings.webhook_url, secret, f"urn:yizheng:{settings.place}", real_clock)}
