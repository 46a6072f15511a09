// The chat page: joins the parts. The server decides everything; the page shows, writes down and sends.

import { hear, remember, stop } from "./aloud.js";
import { Problem, api } from "./api.js";
import { button, element } from "./dom.js";
import { leave } from "./exit.js";
import { picker, typing } from "./inputs.js";
import { arrive, follow as followLink, leadsOn } from "./link.js";
import { Outbox, newId } from "./outbox.js";
import { shown } from "./seen.js";
import { store } from "./store.js";
import { follow } from "./stream.js";
import { Transcript } from "./transcript.js";
import { language, word } from "./words.js";

const TYPING_AFTER = 400; // milliseconds: a quick answer needs no 正在输入

const HIDDEN = "history-hidden"; // what stands for questions that are asked in confidence
const FORGOTTEN = "exit-done"; // the reply after which the desk has forgotten the conversation

const byId = (id) => document.getElementById(id);
const [scroller, status, panel, field] = ["scroller", "status", "panel", "message"].map(byId);
const transcript = new Transcript(byId("log"));
const touch = matchMedia("(pointer: coarse)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

let asking = null; // the reply that asks the open question
let stopStream = () => {};

// --- the open question -------------------------------------------------------------------------------------

/** The reply that asks, of those to one message: the last, if it can be answered. */
function askingOf(replies) {
  const last = replies[replies.length - 1];
  return last?.input ? last : null;
}

/** The desk answers danger alone when nothing else of it works; the question stays open then. */
const isDangerAlone = (replies) => replies.length && replies.every(({ key }) => key.startsWith("danger-"));

/**
 * Opens a question; while messages are still on their way it is only kept, for they may answer it.
 * @param drawn a signature that was not taken
 */
function ask(reply, drawn) {
  asking = reply;
  if (!outbox.empty) return;
  for (const [name, value] of Object.entries(typing(reply?.input))) field.setAttribute(name, value);
  const node = reply && picker(reply.input, { answer }, reply, drawn);
  panel.replaceChildren(...(node ? [node] : []));
}

/** A reply before the last one that has choices is a notice with its own buttons: they stay until one is used. */
function ownButtons(replies) {
  return (reply, index) => {
    if (!reply.input || index === replies.length - 1) return null;
    const use = (given) => {
      buttons.remove();
      answer(given);
    };
    const buttons = picker(reply.input, { answer: use });
    return buttons;
  };
}

function fill(text) {
  field.value = text;
  grow();
  field.focus();
}

// --- saying ------------------------------------------------------------------------------------------------

/** Says something: written down, shown, sent in its turn. */
function say(message, file) {
  const id = newId();
  stop();
  panel.replaceChildren();
  transcript.say(id, message.said, file && URL.createObjectURL(file));
  scrollTo(scroller.scrollHeight);
  outbox.add({ id, ...message }, file);
  home();
}

function answer({ choice, photo, signature, said }) {
  if (photo) say({ photo: true, said }, photo);
  else say({ choice, signature, said });
}

function sayText(text) {
  if (text.trim() === word("page-exit")) leave();
  else if (text.trim()) say({ text, said: text });
}

/** Focus stays in the text field; on a touch screen that would raise the keyboard over the choices. */
function home() {
  if (touch.matches) {
    if (document.activeElement === document.body) panel.focus({ preventScroll: true });
  } else {
    field.focus({ preventScroll: true });
  }
}

// --- hearing -----------------------------------------------------------------------------------------------

function scrollTo(top, behavior = calm.matches ? "auto" : "smooth") {
  scroller.scrollTo({ top, behavior });
}

const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 120;

/** Shows the end; but where the news are taller than the screen, their beginning. */
function scrollToNews(first, behavior) {
  const top = first.offsetTop - 12;
  scrollTo(Math.min(top, scroller.scrollHeight - scroller.clientHeight), behavior);
}

function answered(message, { replies, language: spoken }) {
  if (replies.some(({ key }) => key === FORGOTTEN)) {
    leave();
    return;
  }
  const known = transcript.shows(message.id); // the stream was quicker
  const first = known ? null : transcript.answer(message.id, replies, ownButtons(replies));
  ask(isDangerAlone(replies) ? asking : askingOf(replies));
  if (first) {
    scrollToNews(first);
    hear(replies);
  }
  if (outbox.empty) showIn(spoken);
}

function heard({ id, said, replies }) {
  if (transcript.shows(id) || (said === null && !replies.length)) return;
  const follows = atEnd();
  // A notice leaves the question open; what was said elsewhere (in a chat) has answered it.
  const answersIt = said !== null && !isDangerAlone(replies);
  const reply = askingOf(replies) ?? (answersIt ? null : asking);
  if (said !== null) transcript.say(id, said);
  const first = transcript.answer(id, replies, ownButtons(replies));
  hear(replies);
  // The same question again keeps what is half filled in.
  if (JSON.stringify(reply) !== JSON.stringify(asking)) ask(reply);
  if (follows) scrollToNews(first);
  else byId("newer").hidden = false;
  shown(id);
}

/** The page itself in the language the conversation has changed to; true when it is being loaded in another one. */
function showIn(spoken) {
  const url = `?language=${encodeURIComponent(spoken)}`;
  if (spoken === language || location.search === url) return false;
  location.replace(url);
  return true;
}

function refused(message, problem) {
  transcript.takeBack(message.id);
  if (message.text && !field.value) fill(message.text);
  const note = transcript.note(problem.detail || word("page-refused"));
  ask(asking, message.signature);
  scrollToNews(note);
}

function troubled(problem) {
  transcript.markUnsent(true);
  const news = byId("trouble").hidden;
  byId("trouble").hidden = false;
  byId("retry").hidden = problem.status === 429;
  byId("trouble-text").textContent = word(problem.status === 429 ? "page-busy" : "page-failed");
  if (news) scrollTo(scroller.scrollHeight);
}

function smooth() {
  transcript.markUnsent(false);
  byId("trouble").hidden = true;
  byId("trouble-text").textContent = "";
}

/** The conversation is gone: says so, keeps the words that were on their way, begins anew. */
function expired() {
  const unsent = outbox.messages;
  unsent.forEach(({ id }) => transcript.takeBack(id));
  const words = unsent.map(({ text }) => text).filter(Boolean);
  if (words.length) fill([field.value, ...words].filter(Boolean).join("\n"));
  outbox.clear();
  store.setToken(null);
  stopStream();
  ask(null);
  transcript.note(word("page-expired"));
  if (!leadsOn(outbox.messages)) begin();
}

// --- sending -----------------------------------------------------------------------------------------------

function begin(choice = "start") {
  const start = { id: newId(), said: null, choice };
  transcript.say(start.id, null);
  outbox.add(start);
}

/** After a link that works no more nothing begins that was not asked for. */
function offerToBegin() {
  const anew = () => {
    panel.replaceChildren();
    begin();
  };
  const offered = button({ class: "choice", onclick: anew }, word("page-begin_anew"));
  panel.replaceChildren(element("div", { class: "choices" }, offered));
}

/** Joins or begins the conversation; false when there is none, and nothing was said to begin one with. */
async function connect() {
  let lastId = null;
  let isLedHere = false;
  if (leadsOn(outbox.messages)) {
    stopStream();
    const sentence = await followLink();
    if (store.closed) return false;
    isLedHere = sentence === null;
    if (!store.token()) {
      transcript.note(sentence);
      if (outbox.empty) {
        offerToBegin();
        return false;
      }
    }
  }
  if (store.token()) {
    lastId = await recall(isLedHere);
  } else {
    const { token } = await api.begin();
    store.setToken(token);
    lastId = outbox.messages[0]?.id; // what comes later comes after the first message
  }
  if (store.closed) return false;
  stopStream();
  stopStream = follow(store.token(), lastId, heard);
  return true;
}

/**
 * Shows what was said so far, then what is still on its way. Returns the last message id.
 * @param isLedHere whoever follows a link came for the open question: it is asked, also where the history hides it
 */
async function recall(isLedHere) {
  const { messages, language: spoken } = await api.history(store.token());
  if (store.closed) return null;
  if (messages.length && showIn(spoken)) return null;
  messages.forEach(({ id }) => outbox.drop(id));
  let newest = scroller;
  transcript.quietly(() => {
    transcript.clear();
    for (const { id, said, replies } of messages) {
      transcript.say(id, said);
      newest = transcript.answer(id, replies);
    }
    outbox.messages.forEach(({ id, said }) => transcript.say(id, said));
  });
  // Of what came by itself and says nothing (that a link was opened) nothing is to be seen.
  const seen = messages.filter(({ said, replies }) => said !== null || replies.length);
  const last = seen[seen.length - 1];
  if (!last && outbox.empty) begin();
  if (isLedHere && last?.replies[last.replies.length - 1]?.key === HIDDEN) begin("command:resume");
  remember(last?.replies ?? []);
  ask(last ? askingOf(last.replies) : null);
  scrollToNews(newest, "auto");
  if (last) shown(last.id);
  return last?.id ?? null;
}

async function send(message, file) {
  if (message.photo && !file) throw new Problem(410, word("page-photo_lost"));
  const typingSoon = setTimeout(() => (status.textContent = word("page-typing")), TYPING_AFTER);
  try {
    const { id, text, choice, signature } = message;
    if (file) return await api.upload(store.token(), id, file);
    return await api.send(store.token(), { id, text, choice, signature });
  } finally {
    clearTimeout(typingSoon);
    status.textContent = "";
  }
}

const outbox = new Outbox({
  connect,
  leadsOn: () => leadsOn(outbox.messages),
  send,
  answered,
  refused,
  troubled,
  smooth,
  expired,
});

// --- the text field and the buttons that are always there -----------------------------------------------------

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

function submit(event) {
  event?.preventDefault();
  const text = field.value;
  field.value = "";
  grow();
  sayText(text);
}

field.addEventListener("input", grow);
field.addEventListener("keydown", (event) => {
  // 229: some browsers report the Enter that ends a composition after it has ended.
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key === "Enter" && !event.shiftKey && !composing) submit(event);
});
byId("composer").addEventListener("submit", submit);
byId("send").addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus where it is
byId("commands").addEventListener("click", (event) => {
  const command = event.target.closest("button");
  if (command) say({ choice: command.value, said: command.textContent });
});
byId("language").addEventListener("click", () => {
  say({ choice: "command:language", said: word("page-command_language") });
});
byId("retry").addEventListener("click", () => outbox.run());
byId("newer").addEventListener("click", () => scrollTo(scroller.scrollHeight));
scroller.addEventListener("scroll", () => {
  if (atEnd()) byId("newer").hidden = true;
});

/** Where the on-screen keyboard covers the page instead of shrinking it, the page shrinks itself. */
function fit() {
  const covered = visualViewport.scale === 1 && visualViewport.height < innerHeight - 1;
  document.body.style.height = covered ? `${visualViewport.height}px` : "";
  if (covered) window.scrollTo(0, 0);
}
if (window.visualViewport) visualViewport.addEventListener("resize", fit);

/** What a code was sent for as a link or a QR code, with the code: taken out of the address, where it would stay to be
    seen. */
function invitation() {
  const [, what, code] = /^#(confirm|sign)=([0-9A-Z]{8})$/.exec(location.hash) ?? [];
  if (code) history.replaceState(null, "", location.pathname + location.search);
  return code ? [what === "sign" ? word("page-sign") : word("page-confirm"), code] : [];
}

const invited = invitation();
arrive(outbox.messages);
addEventListener("hashchange", () => {
  arrive(outbox.messages);
  outbox.run();
});
if (!store.token() && outbox.empty && !leadsOn([])) begin();
else {
  outbox.messages.forEach(({ id, said }) => transcript.say(id, said));
  outbox.run();
}
for (const text of invited) say({ text, said: text });
if (!touch.matches) field.focus();
