// A link that leads on with a conversation here, from a chat or another page. It works once, so the page writes down
// what it calls this use of it before it asks: where the answer gets lost, the same again gets it.

import { Problem, api } from "./api.js";
import { newId } from "./outbox.js";
import { store } from "./store.js";

const TOO_MANY = 429;

let link = store.link();

/**
 * Takes the code of a link out of the address, where it would stay to be seen.
 * @param unsent the messages of the conversation before: they are sent first, to the conversation they were said in
 */
export function arrive(unsent) {
  const [, code] = /^#at=([0-9A-Z]{26}|[0-9A-Z]{8})$/.exec(location.hash) ?? [];
  if (!code) return;
  history.replaceState(null, "", location.pathname + location.search);
  if (link?.code === code) return;
  link = { code, id: newId(), after: unsent.map(({ id }) => id) };
  store.setLink(link);
}

/** Whether a link is to be followed now: there is one, and what was said before it is on its way no more. */
export function leadsOn(unsent) {
  return link !== null && !unsent.some(({ id }) => link.after.includes(id));
}

/**
 * Joins the conversation the link leads to: its token takes the place of the one before.
 * @returns null, or the sentence that says why the link does not work
 */
export async function follow() {
  try {
    const { token } = await api.goOn(link);
    store.setToken(token);
  } catch (problem) {
    if (!(problem instanceof Problem) || (problem.passing && problem.status !== TOO_MANY)) throw problem;
    // Of too many tries this one was none: when the page is opened again, it is made.
    if (problem.status !== TOO_MANY) store.setLink(null);
    link = null;
    return problem.detail;
  }
  store.setLink(null);
  link = null;
  return null;
}
