// Reading aloud (朗读) in elder mode, by a voice of this machine alone: nothing that is said here leaves it.

import { button } from "./dom.js";
import { isElder, onElder } from "./elder.js";
import { store } from "./store.js";
import { language, word } from "./words.js";

const synthesis = window.speechSynthesis;
const root = document.documentElement;
const toggle = document.getElementById("aloud");

// Cantonese voices (zh-HK) read for those who write traditional characters only.
const VOICES = {
  "zh-Hans": [/^(zh-cn|zh-hans|cmn)/, /^zh(?!-hk|-hant-hk)/],
  "zh-Hant": [/^(zh-tw|zh-hant)/, /^(zh|cmn)/],
  en: [/^en/],
};

let voice = null;
let reading = null; // the button of what is being read, or null
let spoken = []; // kept, or some browsers forget them half read
let latest = []; // what may be read of itself of the last turn

// --- the voice ---------------------------------------------------------------------------------------------

function localVoice() {
  const local = synthesis?.getVoices().filter(({ localService }) => localService) ?? [];
  const tag = ({ lang }) => lang.toLowerCase().replaceAll("_", "-");
  const found = (VOICES[language] ?? []).map((wanted) => local.find((each) => wanted.test(tag(each))));
  return found.find(Boolean) ?? null;
}

function look() {
  voice = localVoice();
  root.classList.toggle("voiced", isElder() && voice !== null);
  toggle.setAttribute("aria-pressed", String(isAutomatic()));
  if (!canRead()) stop();
}

const canRead = () => isElder() && voice !== null && !store.closed;
const isAutomatic = () => store.aloud();

// --- reading -----------------------------------------------------------------------------------------------

function release() {
  reading?.setAttribute("aria-pressed", "false");
  reading = null;
}

/** Stops whatever is being read. */
export function stop() {
  synthesis?.cancel();
  spoken = [];
  release();
}

function read(texts, pressed = null) {
  stop();
  if (!canRead()) return;
  const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line.trim());
  spoken = lines.map((line) => {
    const utterance = new SpeechSynthesisUtterance(line);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    return utterance;
  });
  if (!spoken.length) return;
  reading = pressed;
  pressed?.setAttribute("aria-pressed", "true");
  const mine = spoken;
  mine[mine.length - 1].addEventListener("end", () => {
    if (spoken === mine) release();
  });
  mine.forEach((utterance) => synthesis.speak(utterance));
}

const MOST_CHOICES = 12; // more are not remembered by ear

function choicesOf({ input }) {
  const choices = input?.choices ?? [];
  if (!choices.length || choices.length > MOST_CHOICES) return [];
  return [word("page-options") + choices.map(({ label }) => label).join(word("page-separator"))];
}

/** Everything a reply says: for who asked for it. */
const everything = (reply) => [reply.text, ...choicesOf(reply)];

/** A reply without the lines of a summary, which others in the room need not hear. */
function unasked(reply) {
  const { summary } = reply;
  return [...(summary ? [summary.before, summary.after] : [reply.text]), ...choicesOf(reply)];
}

/** The button beside a message; it is shown where there is a voice. */
export function aloudButton(reply) {
  const node = button(
    {
      class: "aloud",
      "aria-pressed": "false",
      onclick: () => (reading === node ? stop() : read(everything(reply), node)),
    },
    word("page-aloud"),
  );
  return node;
}

// --- reading by itself -------------------------------------------------------------------------------------

function setAutomatic(on) {
  store.setAloud(on);
  toggle.setAttribute("aria-pressed", String(on));
}

const isDanger = ({ key }) => key.startsWith("danger-");

function mayBeRead({ key, confidential }) {
  return !confidential && key !== "history-hidden";
}

/** The replies of a turn that is shown again: nothing is read, but what can be is remembered. */
export function remember(replies) {
  latest = replies.some(isDanger) ? [] : replies.filter(mayBeRead);
}

/** The replies of a new turn. Of danger nothing is read, and from then on nothing by itself: somebody may listen. */
export function hear(replies) {
  stop();
  remember(replies);
  if (replies.some(isDanger)) setAutomatic(false);
  if (isAutomatic()) read(latest.flatMap(unasked));
}

toggle.addEventListener("click", () => {
  setAutomatic(!isAutomatic());
  if (isAutomatic()) read(latest.flatMap(unasked));
  else stop();
});
synthesis?.addEventListener?.("voiceschanged", look);
onElder(look);
addEventListener("pagehide", stop);
look();
