// What a booking comes with: files to keep and a code to show. They are fetched with the conversation's token, which a
// plain link could not carry, and always as the booking stands now.

import { api } from "./api.js";
import { button, element } from "./dom.js";
import { store } from "./store.js";
import { word } from "./words.js";

const BOOKINGS = "/api/chat/bookings/";
const KEPT = 60_000; // milliseconds a browser may take to save a file

export const isDocument = (url) => url.startsWith(BOOKINGS);

/** Hands a file to the browser. Its name is the booking's number: neutral, because others may see it. */
function save(blob, name) {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/** A code on the page, to be held up at the counter or to the partner. */
function codeOf(blob, caption, alt) {
  const url = URL.createObjectURL(blob);
  const picture = element("img", { src: url, alt });
  picture.addEventListener("load", () => {
    URL.revokeObjectURL(url);
    picture.scrollIntoView({ block: "nearest" });
  });
  return element("figure", { class: "code" }, picture, element("figcaption", {}, caption));
}

/** The buttons of a booking's documents; null where there are none. */
export function documentButtons(documents) {
  if (!documents.length) return null;
  const hint = element("p", { class: "hint", role: "alert" });
  const shown = element("div");

  async function open(event, url) {
    const pressed = event.currentTarget;
    const [number, name] = url.slice(BOOKINGS.length).split("/");
    const extension = name.split(".").pop();
    if (extension === "svg" && shown.firstChild) {
      shown.replaceChildren();
      pressed.setAttribute("aria-expanded", "false");
      return;
    }
    pressed.disabled = true;
    hint.textContent = "";
    try {
      const blob = await api.document(store.token(), url);
      if (store.closed) return;
      if (extension === "svg") {
        const label = pressed.textContent;
        const code = name === "code.svg" ? codeOf(blob, number, word("page-code_alt")) : codeOf(blob, label, label);
        shown.replaceChildren(code);
        pressed.setAttribute("aria-expanded", "true");
      } else {
        save(blob, `${number}.${extension}`);
      }
    } catch (problem) {
      hint.textContent = problem.detail || word("page-document_failed");
    } finally {
      pressed.disabled = false;
    }
  }

  return element(
    "div",
    { class: "documents" },
    ...documents.map(({ url, label }) => {
      const expanded = url.endsWith(".svg") ? "false" : null;
      return button({ class: "attachment", "aria-expanded": expanded, onclick: (event) => open(event, url) }, label);
    }),
    hint,
    shown,
  );
}
