"""A process that has read a card and now does nothing: ``python -m tests.card_desk`` prints the id of its reader."""

from __future__ import annotations

import asyncio
import sys

from integrations.cards.reading import CardReader
from tests.card_figures import TODAY
from tests.cards import front, jpeg, made_up_card


async def main() -> None:
    """Reads one card, says by which process, and waits to be ended."""
    reader = CardReader()
    await reader.read(jpeg(front(made_up_card(1))), TODAY)
    sys.stdout.write(f"{reader.pid}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
