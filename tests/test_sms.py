"""The demonstration's short messages are printed, with the number masked."""

from __future__ import annotations

from integrations.sms import PrintedSms


async def test_a_printed_message_shows_its_text_and_never_the_whole_number() -> None:
    said: list[str] = []
    await PrintedSms(said.append).send("13800000000", "JT260511-7K3MQ2", "k1")
    assert len(said) == 1
    assert "JT260511-7K3MQ2" in said[0]
    assert "13800000000" not in said[0]
    assert "0000" in said[0]
