"""How many people of one address take a seat at about the same time: nobody empties a day from where they sit.

A seat is held for a while for whoever chose it, without a word of who they are; a script could hold them all. So of one
address only so many may begin to hold one within the time a hold lasts: enough for a village hall where one helps the
other. Who may hold goes on as they like; a clerk's telephone and the door of the office are never counted.
"""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from integrations.quick import Quick


class Holders:
    """Counts those who hold, by address. ``most`` 0: they are not counted."""

    def __init__(self, quick: Quick, most: int) -> None:
        self._quick = quick
        self._most = most

    async def admits(self, address: str, who: str, seconds: int) -> bool:
        """Whether ``who`` of an address may hold a seat; once they may, they may again for ``seconds``.

        The counting is shared between processes.
        """
        if self._most == 0:
            return True
        network = network_of(address)
        own = f"holds:{network}:{who}"
        if await self._quick.counted(own):
            return True
        if await self._quick.count(f"holders:{network}", seconds) > self._most:
            return False
        await self._quick.count(own, seconds)
        return True


def network_of(address: str) -> str:
    """Whose address it is: an IPv4 address as it stands, of an IPv6 address the first half, since one subscriber has
    all of the second; what is no address stands for itself."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    return str(parsed.ipv4_mapped) if parsed.ipv4_mapped is not None else f"{int(parsed) >> 64:x}"
