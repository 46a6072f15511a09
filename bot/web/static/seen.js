// What came by itself (a reminder) counts as seen once somebody can see it: while the page is in front, not in a tab
// behind others. What nobody saw is told by a short message or a call.

import { api } from "./api.js";
import { store } from "./store.js";

let last = null; // the id of the last message shown, until the desk knows that it was seen

/** A message is shown, and everything before it. */
export function shown(id) {
  last = id;
  tell();
}

async function tell() {
  const id = last;
  if (!id || !store.token() || document.visibilityState !== "visible") return;
  try {
    await api.seen(store.token(), id);
    if (last === id) last = null;
  } catch {
    // said again when the page comes to the front, or with the next one; else a message too many is sent
  }
}

document.addEventListener("visibilitychange", tell);
