"""Replies as the chat API shows them: text in the conversation's language, and how the question may be answered."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from typing import Any

from bot.channels.rendering import LINK_CODE
from bot.speech import Speech
from bot.turn import Taken
from flows.errors import FlowFault
from flows.inputs.code import shown_code
from flows.language import Flow
from flows.place import Place
from flows.words import Asking, Option, Reply, Value, Words
from integrations.store.conversations import Entry

_ON_THE_RECEIPT = ("service", "day", "time", "ticket", "office", "address", "phone")
_SHOWN_AS_CHOICE = {"wait", "group"}
"""Kinds of the flow language that are, to who answers, a choice like any other."""

BOOKINGS = "/api/chat/bookings"
LETTERS = "/api/chat/letters"
CERTIFICATES = "/api/chat/certificates"
PICTURES = "/api/chat/pictures"
BENEFITS = "/api/chat/benefits"
SIGN = "/#sign="
"""A link that opens the desk with a code to sign with; the part of an address that no server is sent."""
_TELEGRAM = "https://t.me/{name}?start=at_{code}"
"""Opens the residents' bot and brings it a code."""
_DOCUMENTS = {"entry": "entry.ics", "slip": "slip.pdf", "code": "code.svg"}
"""What a booking comes with, in the order of the buttons."""
_CANCELLED, _INVITED = "appointments-cancelled", "marriage-invited"

_LINES = "\0"
"""Stands where the lines of a summary stand, to find what is said before and after them."""

_OF_FEAR = {"danger-violence", "danger-fear", "danger-child", "danger-child_speaking"}
"""Replies to danger that comes from somebody else."""
_ONWARD = {"command:resume", "command:menu"}
"""What is offered while nothing else is asked."""
_CONFIDENTIAL = Words("said-confidential")
_HIDDEN = Reply(Words("history-hidden"), Asking("choice", (Option("command:resume", Words("command-resume")),)))


class Renderer:
    """Puts replies into JSON. ``telegram`` is the user name of the residents' bot, if there is one."""

    def __init__(self, speech: Speech, place: Place, flows: Mapping[str, Flow], telegram: str | None = None) -> None:
        self._speech = speech
        self._telegram = telegram
        self._confidential = {
            flow.question(step.name) for flow in flows.values() for step in flow.steps.values() if step.confidential
        }
        self._read = {flow.question(step.name) for flow in flows.values() for step in flow.steps.values() if step.reads}
        self._numbers = set(place.numbers.values())

    def replies(self, replies: Iterable[Reply], language: str) -> list[dict[str, Any]]:
        """Every reply of a turn, in the shape of ``ReplyOut``."""
        return [self._reply(reply, language) for reply in replies]

    def earlier(self, replies: Iterable[Reply], language: str) -> list[dict[str, Any]]:
        """Replies of an earlier turn. The log outlives the words: one whose message is gone meanwhile is left out."""
        shown = []
        for reply in replies:
            with contextlib.suppress(FlowFault):
                shown.append(self._reply(reply, language))
        return shown

    def turn(self, taken: Taken) -> list[dict[str, Any]]:
        """The replies of a turn that was just taken, or taken again; those the history will hide are marked."""
        render = self.earlier if taken.repeated else self.replies
        hidden = self._is_hidden(taken)
        return [
            {**reply, "confidential": hidden or reply["key"] == LINK_CODE}
            for reply in render(taken.replies, taken.language)
        ]

    def history(self, entries: Iterable[Entry], language: str) -> list[dict[str, Any]]:
        """The log, for a page that is opened again, in the shape of ``Said``.

        What was asked or followed in confidence would tell the answer, and so would the number of such questions: a
        run of them is shown as one, hidden. So is, after somebody told that they are afraid, all that was written
        until they went on with something else: whoever opens the page again may be the one they fear (隐蔽模式).
        """
        shown: list[tuple[Entry, bool]] = []
        afraid = False
        for entry in entries:
            afraid = self._is_of_fear(entry) or (afraid and not _goes_on(entry))
            hidden = (afraid and not _is_of_staff(entry)) or self._is_hidden(entry)
            if shown and hidden and shown[-1][1]:
                shown.pop()
            shown.append((entry, hidden))
        return [self._entry(entry, language, hidden=hidden) for entry, hidden in shown]

    def pushed(self, entry: Entry, language: str) -> dict[str, Any]:
        """An entry that has just come by itself, in the shape of ``Said``. What was read from a picture is shown whole
        then, for nobody can confirm what is hidden; the history hides it."""
        if not any(reply.words.key in self._read for reply in entry.replies):
            return self.entry(entry, language)
        shown = self.earlier(entry.replies, language)
        return {"id": entry.message, "said": None, "replies": [{**reply, "confidential": True} for reply in shown]}

    def is_confidential(self, key: str) -> bool:
        """Whether a message asks for something that is said in confidence."""
        return key in self._confidential

    def entry(self, entry: Entry, language: str) -> dict[str, Any]:
        """One entry of the log, in the shape of ``Said``."""
        return self._entry(entry, language, hidden=self._is_hidden(entry))

    def _entry(self, entry: Entry, language: str, *, hidden: bool) -> dict[str, Any]:
        return {
            "id": entry.message,
            "said": self.said(_CONFIDENTIAL if hidden else entry.said, language),
            "replies": self.earlier((_HIDDEN,) if hidden else entry.replies, language),
        }

    def _is_hidden(self, entry: Entry | Taken) -> bool:
        return entry.said == _CONFIDENTIAL or any(reply.words.key in self._confidential for reply in entry.replies)

    def _is_of_fear(self, entry: Entry) -> bool:
        return any(reply.words.key.partition(".")[0] in _OF_FEAR for reply in entry.replies)

    def said(self, said: Value, language: str) -> str | None:
        """What a person said, as it may be shown; None when nothing was said, or its words are gone meanwhile."""
        if isinstance(said, Words):
            with contextlib.suppress(FlowFault):
                return self._speech.render(said, language)
        return said if isinstance(said, str) else None

    def _reply(self, reply: Reply, language: str) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "key": reply.words.key,
            "text": self._speech.render(reply.words, language),
            "input": None if reply.asking is None else self._input(reply.asking, language),
        }
        if reply.receipt:
            shown["receipt"] = self._receipt(reply, language)
        if reply.asking is not None and reply.asking.kind == "confirm":
            shown["summary"] = self._summary(reply.words, reply.asking, language)
        if reply.words.key.startswith("danger-"):
            shown["attachments"] = self._calls(shown["text"], language)
        elif reply.receipt and (documents := self._documents(reply, reply.receipt, language)):
            shown["attachments"] = documents
        elif reply.picture is not None:
            label = self._speech.render(Words("document-picture"), language)
            shown["attachments"] = [{"url": f"{PICTURES}/{reply.picture}", "label": label}]
        elif letter := reply.words.args.get("letter"):
            shown["attachments"] = self._papers(reply, letter, language)
        elif certificate := reply.words.args.get("certificate"):
            label = self._speech.render(Words("document-certificate"), language)
            shown["attachments"] = [{"url": f"{CERTIFICATES}/{certificate}/certificate.pdf", "label": label}]
        elif chart := reply.words.args.get("chart"):
            label = self._speech.render(Words("document-chart"), language)
            shown["attachments"] = [{"url": f"{BENEFITS}/{chart}/payments.png", "label": label}]
        elif reply.words.key == LINK_CODE and self._telegram is not None:
            url = _TELEGRAM.format(name=self._telegram, code=str(reply.words.args["code"]).replace("-", ""))
            shown["attachments"] = [{"url": url, "label": self._speech.render(Words("link-open_telegram"), language)}]
        elif reply.words.key == _INVITED:
            label = self._speech.render(Words("document-invitation"), language)
            shown["attachments"] = [{"url": f"{BOOKINGS}/{reply.words.args['number']}/invitation.svg", "label": label}]
        return shown

    def _documents(self, reply: Reply, number: str, language: str) -> list[dict[str, str]]:
        """What the receipt of a booking comes with; a cancelled one takes itself out of the calendar again."""
        if reply.words.key == _CANCELLED:
            offered = {"entry_cancelled": _DOCUMENTS["entry"]}
        else:
            offered = _DOCUMENTS if reply.words.args.keys() & {"time", "ticket"} else {}
        return [
            {"url": f"{BOOKINGS}/{number}/{name}", "label": self._speech.render(Words(f"document-{what}"), language)}
            for what, name in offered.items()
        ]

    def _papers(self, reply: Reply, letter: str, language: str) -> list[dict[str, str]]:
        """A letter to print, and a link for each who has still to sign it."""
        codes = reply.words.args.get("codes", ())
        pages = [line.args for line in reply.words.args["lines"] if "code" in line.args] if codes else []
        who = {page["code"]: page["who"] for page in pages}
        links = [(f"{SIGN}{code}", Words("document-sign", {"who": who[shown_code(code)]})) for code in codes]
        offered = [(f"{LETTERS}/{letter}/letter.pdf", Words("document-letter")), *links]
        return [{"url": url, "label": self._speech.render(label, language)} for url, label in offered]

    def _calls(self, text: str, language: str) -> list[dict[str, str]]:
        """The numbers a reply names, to be called by a tap, in the order in which it names them."""
        called = [number for number in self._numbers if number in text]
        return [
            {"url": f"tel:{number}", "label": self._speech.render(Words("call-number", {"number": number}), language)}
            for number in sorted(called, key=text.index)
        ]

    def _input(self, asking: Asking, language: str) -> dict[str, Any]:
        kind = "choice" if asking.kind in _SHOWN_AS_CHOICE else asking.kind
        return {"kind": kind, "choices": [self._choice(option, language) for option in asking.options]}

    def _summary(self, words: Words, asking: Asking, language: str) -> dict[str, Any]:
        """A confirmation's ``lines`` are ``read_back-line``s, in the order of the options that change them."""
        changes = iter(option.value for option in asking.options if option.value.startswith("change:"))
        lines = [
            {"label": self._text(line.args["what"], language), "value": self._text(line.args["value"], language)}
            for line in words.args["lines"]
        ]
        around = self._speech.render(Words(words.key, {**words.args, "lines": (_LINES,)}), language)
        before, _, after = around.partition(_LINES)
        numbered = [{**line, "change": next(changes, None)} for line in lines]
        return {"before": before.strip(), "lines": numbered, "after": after.strip()}

    def _text(self, value: Value, language: str) -> str:
        return self._speech.render(Words("verbatim", {"text": value}), language)

    def _choice(self, option: Option, language: str) -> dict[str, str]:
        shown = {"value": option.value, "label": self._speech.render(option.label, language)}
        if option.detail is not None:
            shown["detail"] = self._speech.render(option.detail, language)
        return shown

    def _receipt(self, reply: Reply, language: str) -> dict[str, Any]:
        lines = [
            [self._speech.render(Words(f"receipt-{name}"), language), self._text(value, language)]
            for name in _ON_THE_RECEIPT
            if (value := reply.words.args.get(name)) not in (None, "")
        ]
        title = self._speech.render(Words("receipt-title"), language)
        return {"number": reply.receipt, "title": title, "lines": lines}


def _is_of_staff(entry: Entry) -> bool:
    """Whether a clerk has written: what they want to be read they write so that others may read it."""
    return any(reply.words.key in {"staff-answer", "staff-wanted"} for reply in entry.replies)


def _goes_on(entry: Entry) -> bool:
    """Whether something else was asked again: the desk stands still for the staff no more."""
    asking = entry.replies[-1].asking if entry.replies else None
    return asking is not None and not any(option.value in _ONWARD for option in asking.options)
