// Messages on their way: written down first, sent one after the other in order, sent again under the same id
// until the server has answered. The server knows an id it has seen, so nothing counts twice.

import { Problem } from "./api.js";
import { store } from "./store.js";

const SHORTEST_WAIT = 2; // seconds
const LONGEST_WAIT = 30;
const BUSY_WAIT = 5;
const STUCK_AFTER = 3;
const MOST_FAULTS = 3; // a message that breaks the server this often in a row is given back

/** Unguessable; crypto.randomUUID is missing where a county serves plain HTTP. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  #hooks;
  #messages = store.outbox();
  #files = new Map(); // photos stay in memory: they are too large to write down
  #connected = false;
  #running = false;
  #renewed = false;
  #wait = SHORTEST_WAIT;
  #timer = null;
  #held = false; // the server asked for a pause
  #head = null; // id of the message being sent in its turn
  #stuck = false; // that takes long, or failed
  #tried = new Set(); // ids sent out of their turn
  #faults = 0;

  /**
   * @param hooks connect(): joins or begins the conversation, false where there is none yet · leadsOn(): whether there
   *   is another conversation to join now · send(message, file): its answer ·
   *   answered(message, answer) · refused(message, problem) · troubled(problem) · smooth() · expired()
   */
  constructor(hooks) {
    this.#hooks = hooks;
    addEventListener("online", () => this.run());
  }

  get messages() {
    return [...this.#messages];
  }

  get empty() {
    return this.#messages.length === 0;
  }

  /** @param message {id, said} and text, choice, signature, or photo: true with its file */
  add(message, file) {
    if (file) this.#files.set(message.id, file);
    this.#messages.push(message);
    store.setOutbox(this.#messages);
    if (this.#running ? this.#stuck : this.#held) this.#sendUrgent();
    else this.run();
  }

  drop(id) {
    this.#messages = this.#messages.filter((message) => message.id !== id);
    this.#files.delete(id);
    store.setOutbox(this.#messages);
  }

  clear() {
    this.#messages = [];
    this.#files.clear();
    store.setOutbox(this.#messages);
  }

  async run() {
    if (this.#running || this.#held) return;
    clearTimeout(this.#timer);
    this.#running = true;
    try {
      while (!store.closed && (await this.#step()));
    } finally {
      this.#running = false;
    }
  }

  /** One step of the work; true when there is more to do now. */
  async #step() {
    let message = null;
    let answer = null;
    try {
      if (!this.#connected || this.#hooks.leadsOn()) this.#connected = (await this.#hooks.connect()) !== false;
      message = this.#messages[0];
      if (message) answer = await this.#sendInTurn(message);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return !store.closed && this.#recover(message, problem);
    }
    if (store.closed) return false;
    this.#wait = SHORTEST_WAIT;
    this.#stuck = false;
    this.#faults = 0;
    this.#hooks.smooth();
    if (!message) return this.#hooks.leadsOn();
    this.#renewed = false;
    this.drop(message.id);
    this.#hooks.answered(message, answer);
    return true;
  }

  async #sendInTurn(message) {
    this.#head = message.id;
    const soon = setTimeout(() => this.#getStuck(), STUCK_AFTER * 1000);
    try {
      return await this.#hooks.send(message, this.#files.get(message.id));
    } finally {
      clearTimeout(soon);
      this.#head = null;
    }
  }

  #getStuck() {
    this.#stuck = true;
    this.#sendUrgent();
  }

  /**
   * Words typed behind a message that is stuck may tell of danger, which the server answers whatever else does not
   * work: each is sent once out of its turn. Those that are not answered keep their place.
   */
  async #sendUrgent() {
    for (const message of this.messages) {
      const { id, text } = message;
      if (text === undefined || id === this.#head || this.#tried.has(id) || !store.token()) continue;
      this.#tried.add(id);
      try {
        const answer = await this.#hooks.send(message);
        if (store.closed) return;
        this.drop(id);
        this.#hooks.answered(message, answer);
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
      }
    }
  }

  #recover(message, problem) {
    if (problem.status === 401 && !this.#renewed) {
      this.#renewed = true;
      this.#connected = false;
      this.#hooks.expired();
      return true;
    }
    this.#faults = problem.status === 500 ? this.#faults + 1 : 0;
    const lasting = !problem.passing || this.#faults === MOST_FAULTS;
    if (message && lasting && problem.status !== 401) {
      this.#faults = 0;
      this.drop(message.id);
      this.#hooks.refused(message, problem);
      return true;
    }
    this.#later(problem);
    this.#hooks.troubled(problem);
    if (problem.status) this.#getStuck();
    return false;
  }

  #later(problem) {
    this.#held = problem.status === 429;
    const wait = this.#held ? (problem.retryAfter ?? BUSY_WAIT) : (problem.retryAfter ?? this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    this.#timer = setTimeout(() => {
      this.#held = false;
      this.run();
    }, wait * 1000);
  }
}
