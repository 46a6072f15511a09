// Quick exit: forgets and blanks at once, then leaves, then (with what outlives the page) has the server forget.
// It stands apart from the chat, so that it works whatever happens there.

import { api } from "./api.js";
import { store } from "./store.js";
import { word } from "./words.js";

const TWICE_WITHIN = 1500; // milliseconds between two presses of Escape

function exitUrl() {
  const url = word("page-exit_url");
  return /^(https?:\/\/|\/)/.test(url) ? url : "about:blank";
}

export function leave() {
  const token = store.token();
  store.close();
  document.body.replaceChildren();
  window.speechSynthesis?.cancel(); // a voice would go on over the page that follows
  document.title = "";
  if (token) api.forget(token);
  location.replace(exitUrl());
}

let lastEscape = -Infinity;

function onKey(event) {
  // An input method uses Escape itself, and a held key is not two presses.
  if (event.key !== "Escape" || event.isComposing || event.repeat) return;
  if (event.timeStamp - lastEscape < TWICE_WITHIN) leave();
  lastEscape = event.timeStamp;
}

document.getElementById("exit").addEventListener("click", leave);
addEventListener("keydown", onKey, true);

// A page brought back whole from memory may show what was forgotten.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.body.replaceChildren();
  location.reload();
});
