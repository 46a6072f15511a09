"""The cached place of a conversation is always where a replay of its answers leads, whatever happens to it."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from flows.dialogue.asides import COMMANDS
from flows.dialogue.readings import pictures
from flows.errors import Refused
from flows.incoming import Event, Photo
from flows.language import Facts
from flows.language.answers import Run
from flows.language.steps import UNNUMBERED_KINDS
from flows.words import Value, Words
from tests.club import Faces
from tests.fair import CARD, CHAIRS, CHORE, FAIR, GOOD_PICTURE, LATER_FAIR, fair_desk, go_on

SERVICES = ("chore", "club", "errand", "fair")
VALID: Mapping[str, tuple[str, ...]] = {
    "name": ("张三", "李四", "欧阳小明"),
    "number": ("5", "30", "七十"),
    "money": ("35", "三百块"),
    "id_number": (CARD, "620423199203050028"),
    "phone": ("13800000000", "0943-6120000"),
    "text": ("想早一点来", "没有别的"),
    "date": ("明天", "后天", "5月14号"),
}
GARBAGE = ("听不懂的话？", "0", "", "2019年2月30日", "13800000000 13900000000")
STAFF: Mapping[str, str] = {
    "claimed": "staff-claimed",
    "released": "staff-passed_on",
    "wanted": "staff-wanted",
    "notice": "staff-answer",
    "closed": "outcome-done",
}
"""What the staff do about a ticket, and the words that go with it."""
STEPS = st.sampled_from([1, 4, 9, 13, 17, 21]).flatmap(
    lambda depth: st.lists(st.integers(0, 3), min_size=depth, max_size=depth)
)
"""How far to go on at once, and which of the ways at each step."""


class AnyConversation(RuleBasedStateMachine):
    """Everything that may happen to a conversation, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = fair_desk()
        self.runs: dict[str, Run] = {}

    # --- what a resident does ------------------------------------------------------------------------------------

    @initialize(service=st.sampled_from(["club", "errand", "fair", "fair", "fair"]), steps=STEPS)
    def begin(self, service: str, steps: list[int]) -> None:
        self.desk.say(service)
        go_on(self.desk, steps)

    @precondition(lambda self: self.desk.conversation.top is not None)
    @rule(steps=STEPS)
    def answer_on(self, steps: list[int]) -> None:
        go_on(self.desk, steps)

    @precondition(lambda self: self.desk.options)
    @rule(place=st.integers(0, 30), how=st.sampled_from(["number", "words", "tap"]))
    def choose(self, place: int, how: str) -> None:
        asking = self.desk.replies[-1].asking
        assert asking is not None
        at = place % len(asking.options)
        option = asking.options[at]
        if how == "tap":
            self.desk.tap(option.value)
        elif how == "number" and asking.kind not in UNNUMBERED_KINDS:
            self.desk.say(str(at + 1))
        else:
            self.desk.say(self.desk.speech.render(option.label, self.desk.conversation.language))

    @precondition(lambda self: self.desk.replies and self.desk.replies[-1].asking is not None)
    @rule(place=st.integers(0, 30))
    def answer_in_words(self, place: int) -> None:
        asking = self.desk.replies[-1].asking
        assert asking is not None
        valid = VALID.get(asking.kind, GARBAGE)
        self.desk.say(valid[place % len(valid)])

    @rule(words=st.sampled_from(GARBAGE))
    def mumble(self, words: str) -> None:
        self.desk.say(words)

    @rule(name=st.sampled_from(["p1", "p2"]))
    def show_a_picture(self, name: str) -> None:
        self.desk.dropped.discard(name)
        self.desk.show(Photo(name, GOOD_PICTURE))

    @rule(name=st.sampled_from([*COMMANDS, "back", "back", "resume"]))
    def command(self, name: str) -> None:
        self.desk.tap(f"command:{name}")

    @rule(service=st.sampled_from(SERVICES))
    def name_a_service(self, service: str) -> None:
        self.desk.say(service)

    # --- what happens elsewhere ----------------------------------------------------------------------------------

    @precondition(lambda self: self.runs)
    @rule(which=st.integers(0, 9), value=st.sampled_from(["yes", "no", "alone", "expired", "nonsense"]))
    def an_event_comes(self, which: int, value: str) -> None:
        run = list(self.runs.values())[which % len(self.runs)]
        self.desk.tell(run.id, "answer" if run.flow == "errand" else "partner", value)

    @rule(name=st.sampled_from(sorted(STAFF)), ours=st.booleans())
    def the_staff_do_something(self, name: str, ours: bool) -> None:
        ticket = (self.desk.conversation.handoff if ours else None) or "JT260511-BBBBBB"
        words = Words(STAFF[name], {"office": "O", "name": "N", "number": "JT260511-BBBBBB", "text": "T"})
        self.desk.notice(Event(name, step="score" if name == "closed" else None, words=words, ticket=ticket))

    @rule(hours=st.sampled_from([0.05, 0.2, 3, 24, 80]))
    def time_passes(self, hours: float) -> None:
        self.desk.move(hours=hours)
        self.desk.ring()

    @rule()
    def a_look_up_is_finished(self) -> None:
        self.desk.notice(Event("looked_up"))

    @rule(new=st.booleans())
    def another_version_is_deployed(self, new: bool) -> None:
        self.desk.flows["fair"] = LATER_FAIR if new else FAIR

    @rule(service=st.sampled_from(["fair", "chore"]), there=st.booleans())
    def a_service_is_taken_away_or_comes_back(self, service: str, there: bool) -> None:
        self.desk.flows = {name: flow for name, flow in self.desk.flows.items() if name != service}
        if there:
            self.desk.flows[service] = FAIR if service == "fair" else CHORE

    @rule(chair=st.sampled_from(CHAIRS), gone=st.booleans())
    def a_chair_goes_or_is_free_again(self, chair: str, gone: bool) -> None:
        held = {do.value for do in self.desk.standing.values()}
        if gone and chair not in held:
            self.desk.gone.add(chair)
        else:
            self.desk.gone.discard(chair)

    @rule(read=st.sampled_from([None, {"name": "王五", "age": 30}, {"name": "王五"}, {"age": 30}, "refused"]))
    def the_next_picture_reads(self, read: Mapping[str, Value] | str | None) -> None:
        refused = Refused("card-blurred", step="face") if isinstance(read, str) else None
        self.desk.lookups = {**self.desk.lookups, "faces": Faces(refused or read)}  # type: ignore[arg-type]

    # --- what always holds ---------------------------------------------------------------------------------------

    @invariant()
    def the_cached_place_is_where_a_replay_leads(self) -> None:
        world = self.desk.world()
        for run in self.desk.conversation.stack:
            self.runs[run.id] = run
            flow = self.desk.flows.get(run.flow)
            if flow is not None and (run.digest, run.day) == (flow.digest, world.day):
                replayed = flow.replay(run.answers, Facts(world, flow.name), run.asked_again)
                assert run.position == replayed

    @invariant()
    def no_picture_is_gone_that_is_still_needed(self) -> None:
        assert not self.desk.dropped & pictures(self.desk.conversation, self.desk.flows)

    @invariant()
    def the_effects_that_stand_are_those_of_the_paths(self) -> None:
        on_paths = {}
        for run in self.desk.conversation.stack:
            for key, standing in run.standing.items():
                assert key in run.position.path
                assert run.answers[key].value == standing.value
                on_paths[standing.key] = standing.value
            flow = self.desk.flows.get(run.flow)
            if flow is None or run.digest != flow.digest:
                continue
            wanted = [key for key in run.position.path if flow.step_of(key).holding is not None]
            held = {key for key in wanted if run.answers[key].value not in flow.step_of(key).options}
            assert held == set(run.standing)
        assert on_paths == {key: do.value for key, do in self.desk.standing.items()}

    @invariant()
    def nothing_is_answered_twice_on_a_path(self) -> None:
        for run in self.desk.conversation.stack:
            assert len(set(run.position.path)) == len(run.position.path)
            assert set(run.position.path) <= set(run.answers)

    @invariant()
    def a_slot_is_one_of_its_day(self) -> None:
        for run in self.desk.conversation.stack:
            if "slot" in run.position.path:
                assert run.answers["slot"].value.startswith(run.answers["day"].value.isoformat())

    @invariant()
    def every_reply_can_be_read_and_only_the_last_asks(self) -> None:
        for reply in self.desk.replies:
            assert self.desk.text(reply)
        assert all(reply.asking is None for reply in self.desk.replies[:-1])

    @invariant()
    def each_run_ends_once(self) -> None:
        ended = [final.run for final in self.desk.finals]
        assert len(set(ended)) == len(ended)


def test_whatever_happens_the_cache_is_a_replay_and_effects_follow_the_path() -> None:
    run_state_machine_as_test(AnyConversation, settings=settings(max_examples=200, stateful_step_count=30))
