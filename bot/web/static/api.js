// The chat API, one function per request. Every failure is a Problem.

import { language } from "./words.js";

const BASE = "/api/chat/";

export class Problem extends Error {
  /**
   * @param {number} status HTTP status; 0 when there was no usable answer
   * @param {string} detail a sentence of the server that may be shown, or ""
   * @param {number|null} retryAfter seconds
   */
  constructor(status, detail = "", retryAfter = null) {
    super(detail || `status ${status}`);
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** The same request may succeed later. */
  get passing() {
    return [0, 408, 425, 429].includes(this.status) || this.status >= 500;
  }
}

function seconds(retryAfter) {
  if (!retryAfter) return null;
  const wait = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return Number.isFinite(wait) ? Math.max(wait, 0) : null;
}

async function problemOf(response) {
  const body = await response.json().catch(() => null);
  const detail = typeof body?.detail === "string" ? body.detail : "";
  return new Problem(response.status, detail, seconds(response.headers.get("Retry-After")));
}

async function request(method, path, { token, json, form, read = "json", timeout = 30 }) {
  const headers = { Accept: "application/json", "Accept-Language": language };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (json) headers["Content-Type"] = "application/json";
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeout * 1000);
  try {
    const body = json ? JSON.stringify(json) : form;
    const response = await fetch(BASE + path, { method, headers, body, signal: abort.signal, cache: "no-store" });
    if (!response.ok) throw await problemOf(response);
    return await response[read]();
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(0);
  } finally {
    clearTimeout(timer);
  }
}

export const api = {
  begin: () => request("POST", "conversations", { json: {} }),

  /** The token of the conversation a link leads to. @param link {code, id}: the same again is the same */
  goOn: ({ code, id }) => request("POST", "links", { json: { code, id } }),

  history: (token) => request("GET", "history", { token }),

  /** @param message {id, text} or {id, choice} or {id, signature} */
  send: (token, message) => request("POST", "messages", { token, json: message }),

  /** The conversation is seen up to a message. */
  seen: (token, id) => request("POST", "seen", { token, json: { id }, read: "text" }),

  upload(token, id, file) {
    const form = new FormData();
    form.append("id", id);
    form.append("file", file);
    return request("POST", "uploads", { token, form, timeout: 180 });
  },

  /** A document of a booking, as a Blob. @param url of this site, below BASE */
  document: (token, url) => request("GET", url.slice(BASE.length), { token, read: "blob" }),

  /** Drops the conversation; outlives the page. */
  forget(token) {
    const headers = { Authorization: `Bearer ${token}` };
    fetch(`${BASE}conversations`, { method: "DELETE", headers, keepalive: true }).catch(() => {});
  },

  /** An open event stream; the caller reads the body. */
  stream(token, lastEventId, signal) {
    const headers = { Accept: "text/event-stream", Authorization: `Bearer ${token}` };
    if (lastEventId) headers["Last-Event-ID"] = lastEventId;
    return fetch(`${BASE}stream`, { headers, signal, cache: "no-store" });
  },
};
