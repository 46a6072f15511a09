// What this tab writes down: the conversation's token, the messages that are not answered yet, whether it reads aloud.
// sessionStorage, because a phone may be shared: closing the tab forgets.

const TOKEN = "token";
const OUTBOX = "outbox";
const LINK = "link";
const ALOUD = "aloud";

let closed = false;

function read(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // storage is switched off: the page works until it is reloaded
  }
}

function write(key, value) {
  if (closed) return;
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // storage is full or switched off
  }
}

let token = read(TOKEN);

export const store = {
  token: () => token,

  setToken(value) {
    token = value;
    write(TOKEN, value);
  },

  /** The link the page was opened with and has not followed yet: {code, id, after}, or null. */
  link() {
    try {
      return JSON.parse(read(LINK));
    } catch {
      return null;
    }
  },

  setLink(link) {
    write(LINK, link && JSON.stringify(link));
  },

  /** The messages written down and not yet answered, oldest first. */
  outbox() {
    try {
      return JSON.parse(read(OUTBOX)) ?? [];
    } catch {
      return [];
    }
  },

  setOutbox(messages) {
    write(OUTBOX, messages.length ? JSON.stringify(messages) : null);
  },

  /** Whether what comes is read aloud by itself. */
  aloud: () => read(ALOUD) === "on",

  setAloud(on) {
    write(ALOUD, on ? "on" : null);
  },

  /** The person has left: nothing more may be sent or shown. */
  get closed() {
    return closed;
  },

  /** Forgets everything and writes nothing any more, whatever is still under way. */
  close() {
    closed = true;
    token = null;
    try {
      sessionStorage.clear();
    } catch {
      // nothing was written
    }
  },
};
