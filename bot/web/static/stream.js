// What comes later (a reminder, a staff answer): server-sent events read with fetch, because EventSource
// cannot carry the token. A missing stream disturbs nothing.

import { api } from "./api.js";
import { store } from "./store.js";

const SHORTEST_WAIT = 1; // seconds
const LONGEST_WAIT = 60;
const SILENCE = 90; // a line this quiet is dead: the server sends a comment every few seconds
const NEVER_AGAIN = [401, 403, 404, 405, 501];

const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** Calls back with {id, data} for each event in the bytes of a stream. */
function eventReader(onEvent) {
  let rest = "";
  let id = null;
  let data = [];
  const line = (text) => {
    if (text === "") {
      if (data.length) onEvent({ id, data: data.join("\n") });
      data = [];
      return;
    }
    const [, field, value] = /^([^:]*)(?:: ?(.*))?$/.exec(text);
    if (field === "data") data.push(value ?? "");
    else if (field === "id") id = value ?? "";
  };
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop();
    lines.forEach((each) => line(each.replace(/\r$/, "")));
  };
}

/**
 * Follows the stream until stopped.
 * @param lastEventId the last message id that is shown, or null
 * @param onMessage called with {id, replies}
 * @returns a function that stops
 */
export function follow(token, lastEventId, onMessage) {
  let stopped = false;
  let abort = null;

  async function once() {
    abort = new AbortController();
    let watch = null;
    const heard = () => {
      clearTimeout(watch);
      watch = setTimeout(() => abort.abort(), SILENCE * 1000);
    };
    try {
      heard();
      const response = await api.stream(token, lastEventId, abort.signal);
      if (NEVER_AGAIN.includes(response.status) || !response.body) stopped = true;
      if (!response.ok || stopped) return;
      const read = eventReader((event) => {
        lastEventId = event.id ?? lastEventId;
        if (!stopped && !store.closed) onMessage(JSON.parse(event.data));
      });
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        heard();
        read(decoder.decode(chunk.value, { stream: true }));
      }
    } catch {
      // the line broke; it is taken up again below
    } finally {
      clearTimeout(watch);
    }
  }

  async function keepOn() {
    let wait = SHORTEST_WAIT;
    while (!stopped && !store.closed) {
      const began = Date.now();
      await once();
      wait = Date.now() - began > 10_000 ? SHORTEST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
      if (!stopped) await pause(wait * (0.5 + Math.random() / 2));
    }
  }

  keepOn();
  return () => {
    stopped = true;
    abort?.abort();
  };
}
