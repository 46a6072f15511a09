// The conversation as it is read: turns of what the person said and what the desk replied.

import { aloudButton } from "./aloud.js";
import { documentButtons, isDocument } from "./documents.js";
import { element } from "./dom.js";
import { word } from "./words.js";

function speaker(id) {
  return element("span", { class: "unseen" }, word(id));
}

function receiptCard({ number, title, lines }) {
  return element(
    "section",
    { class: "receipt" },
    element("h2", {}, title),
    element(
      "p",
      { class: "receipt-number" },
      element("span", {}, word("page-receipt_number")),
      element("strong", {}, number),
    ),
    pairs(lines),
  );
}

/** Label and value, one pair a row. */
function pairs(rows) {
  return element(
    "dl",
    {},
    ...rows.map(([label, value]) => element("div", {}, element("dt", {}, label), element("dd", {}, value))),
  );
}

/** The words beside a receipt: lines such as 地点：… that only repeat what stands on it are left out. */
function besideReceipt(text, { number, lines }) {
  const values = [number, ...lines.map(([, value]) => value)];
  const repeats = (line) => {
    const said = /^[^:：]{1,12}[:：]\s*(.+)$/.exec(line)?.[1];
    return said !== undefined && values.some((value) => said.endsWith(value));
  };
  return text
    .split("\n")
    .filter((line) => !repeats(line))
    .join("\n");
}

function summaryParts({ before, lines, after }) {
  return [
    element(
      "div",
      { class: "summary" },
      before ? element("p", {}, before) : null,
      pairs(lines.map(({ label, value }) => [label, value])),
    ),
    after ? element("p", {}, after) : null,
  ];
}

function words({ text, receipt, summary }) {
  if (summary) return summaryParts(summary);
  const said = receipt ? besideReceipt(text, receipt) : text;
  return [said ? element("p", {}, said) : null];
}

/** Links of this site, to a chat of Telegram, and telephone numbers only. */
function attachmentLinks(attachments) {
  return attachments
    .filter(({ url }) => /^(\/(?!\/)|https:\/\/t\.me\/|tel:)/.test(url) && !isDocument(url))
    .map(({ url, label }) => {
      const target = url.startsWith("tel:") ? null : "_blank";
      return element("a", { class: "attachment", href: url, target, rel: "noopener noreferrer" }, label);
    });
}

/** The choices read aloud with the question; the buttons themselves stand outside the log. */
function choicesAloud(choices) {
  if (!choices?.length || choices.length > 12) return null;
  const labels = choices.map(({ label }) => label).join(word("page-separator"));
  return element("span", { class: "unseen" }, word("page-options"), labels);
}

function replyNode(reply, extra) {
  return element(
    "div",
    { class: reply.key.startsWith("danger-") ? "reply danger" : "reply", "data-key": reply.key },
    speaker("page-speaker_desk"),
    ...words(reply),
    aloudButton(reply),
    reply.receipt ? receiptCard(reply.receipt) : null,
    ...attachmentLinks(reply.attachments ?? []),
    documentButtons((reply.attachments ?? []).filter(({ url }) => isDocument(url))),
    choicesAloud(reply.input?.choices),
    extra,
  );
}

export class Transcript {
  #log;
  #turns = new Map(); // message id → its element

  constructor(log) {
    this.#log = log;
  }

  /** Whether the replies to this message are shown already. */
  shows(id) {
    return this.#turns.get(id)?.classList.contains("answered") ?? false;
  }

  clear() {
    this.#turns.clear();
    this.#log.replaceChildren();
  }

  /** Fills the log without having all of it read aloud. */
  quietly(fill) {
    this.#log.setAttribute("aria-live", "off");
    fill();
    setTimeout(() => this.#log.setAttribute("aria-live", "polite"), 500);
  }

  /** What the person said; `said` is null for what was not said aloud (the start). */
  say(id, said, picture) {
    const turn = element("section", { class: "turn waiting" });
    if (picture) turn.append(element("img", { class: "said-picture", src: picture, alt: said }));
    else if (said) turn.append(element("div", { class: "said" }, speaker("page-speaker_you"), element("p", {}, said)));
    this.#turns.set(id, turn);
    this.#log.append(turn);
    return turn;
  }

  /** Appends the replies to a message, or to nothing that was said. Returns the first one's element. */
  answer(id, replies, extraOf = () => null) {
    const turn = this.#turns.get(id) ?? this.say(id, null);
    const nodes = replies.map((reply, index) => replyNode(reply, extraOf(reply, index)));
    turn.classList.replace("waiting", "answered");
    turn.classList.remove("unsent");
    turn.append(...nodes);
    return nodes[0] ?? turn;
  }

  /** Marks what is still on its way as not sent, or as on its way again. */
  markUnsent(unsent) {
    for (const turn of this.#log.querySelectorAll(".turn.waiting")) {
      turn.classList.toggle("unsent", unsent);
      turn.querySelector(".unsent-mark")?.remove();
      if (unsent && turn.firstChild) turn.append(element("p", { class: "unsent-mark" }, word("page-unsent")));
    }
  }

  /** Takes back what was said and not accepted. */
  takeBack(id) {
    this.#turns.get(id)?.remove();
    this.#turns.delete(id);
  }

  /** A sentence of the page itself. */
  note(text) {
    const node = element("p", { class: "note" }, text);
    this.#log.append(node);
    return node;
  }
}
