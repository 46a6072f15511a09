"""The picture of what was paid: which months, in which words. The message it comes with says the same in lines."""

from __future__ import annotations

from bot.speech import Speech
from flows.benefits.answers import newest
from flows.benefits.records import PAYMENT_STATES, Record
from flows.language.steps import yuan
from flows.words import Words
from integrations.documents.payments import Bar, Chart, lengths


def chart_of(record: Record, speech: Speech, language: str) -> Chart:
    """The payments of up to twelve months, the newest at the top."""
    payments = tuple(newest(record))
    bars = tuple(
        Bar(each.month, speech.render(yuan(each.fen), language), length, each.state)
        for each, length in zip(payments, lengths(payments), strict=True)
    )
    there = {each.state for each in payments}
    return Chart(
        language=language,
        title=speech.render(Words("benefits-chart"), language),
        bars=bars,
        legend=tuple(
            (state, speech.render(Words(f"benefits-paid_state.{state}"), language))
            for state in PAYMENT_STATES
            if state in there
        ),
    )
