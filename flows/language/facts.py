"""The answers on the path, as rules see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from flows.language.answers import keyed
from flows.words import Value
from flows.world import World


class Facts(Mapping[str, Value]):
    """The values of the answers on the path, by step; within a repeating group, the current item's answers first.

    A step that was not reached is absent: use ``facts.get(step)`` where the path may not have led there.
    """

    __slots__ = ("_values", "flow", "item", "world")

    def __init__(self, world: World, flow: str, values: Mapping[str, Value] | None = None) -> None:
        self.world = world
        self.flow = flow
        self.item: str | None = None
        self._values: dict[str, Value] = dict(values or {})

    @property
    def day(self) -> date:
        """The policy day."""
        return self.world.day

    def __getitem__(self, step: str) -> Value:
        if self.item is not None:
            own = keyed(step, self.item)
            if own in self._values:
                return self._values[own]
        return self._values[step]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def items_of(self, group: str) -> dict[str, dict[str, Value]]:
        """The items of a repeating group in order of birth: item id → step → value."""
        found: dict[str, dict[str, Value]] = {}
        for key, value in self._values.items():
            step, at, item = key.partition("@")
            if at and step == group:
                found[item] = {}
            elif at and item in found:
                found[item][step] = value
        return found

    def learn(self, key: str, value: Value) -> None:
        """Adds the answer at the end of the path; only the walk does this."""
        self._values[key] = value
