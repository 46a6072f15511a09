// What a booking or a letter comes with: files to keep, a code to show, a link to send. Files are fetched with the
// conversation's token, which a plain link could not carry, and always as the booking or the letter stands now.

import { api } from "./api.js";
import { button, element } from "./dom.js";
import { store } from "./store.js";
import { word } from "./words.js";

const PICTURES = ["/api/chat/pictures/", "/api/chat/benefits/"];
const FILES = ["/api/chat/bookings/", "/api/chat/letters/", "/api/chat/certificates/", ...PICTURES];
const TO_SEND = "/#sign=";
const KEPT = 60_000; // milliseconds a browser may take to save a file

const isPicture = (url) => PICTURES.some((prefix) => url.startsWith(prefix));
const isLink = (url) => url.startsWith(TO_SEND);

export const isDocument = (url) => isLink(url) || FILES.some((prefix) => url.startsWith(prefix));

/** Hands a file to the browser. Its name is the booking's number: neutral, because others may see it. */
function save(blob, name) {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
}

/** A code on the page, to be held up at the counter or to the partner, or a picture that the staff have sent. */
function codeOf(blob, caption, alt, kind = "code") {
  const url = URL.createObjectURL(blob);
  const picture = element("img", { src: url, alt });
  picture.addEventListener("load", () => {
    URL.revokeObjectURL(url);
    picture.scrollIntoView({ block: "nearest" });
  });
  return element("figure", { class: kind }, picture, element("figcaption", {}, caption));
}

/** Hands a link to another app, or copies it, or at least shows it. */
async function send(url, hint) {
  try {
    if (navigator.share) await navigator.share({ title: word("page-link_title"), url });
    else {
      await navigator.clipboard.writeText(url);
      hint.textContent = word("page-link_copied");
    }
  } catch (problem) {
    if (problem.name !== "AbortError") hint.textContent = url;
  }
}

/** The buttons of a booking's or a letter's documents; null where there are none. */
export function documentButtons(documents) {
  if (!documents.length) return null;
  const hint = element("p", { class: "hint", role: "alert" });
  const shown = element("div");

  async function open(event, url) {
    const pressed = event.currentTarget;
    if (isLink(url)) {
      await send(new URL(url, location.origin).href, hint);
      return;
    }
    const [number, name] = url.split("/").slice(-2);
    const extension = name.split(".").pop();
    const toShow = extension === "svg" || isPicture(url);
    if (toShow && shown.firstChild) {
      shown.replaceChildren();
      pressed.setAttribute("aria-expanded", "false");
      return;
    }
    pressed.disabled = true;
    hint.textContent = "";
    try {
      const blob = await api.document(store.token(), url);
      if (store.closed) return;
      if (toShow) {
        const label = pressed.textContent;
        const kind = isPicture(url) ? "picture" : "code";
        const code = name === "code.svg" ? codeOf(blob, number, word("page-code_alt")) : codeOf(blob, label, label, kind);
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
      const expanded = url.endsWith(".svg") || isPicture(url) ? "false" : null;
      return button({ class: "attachment", "aria-expanded": expanded, onclick: (event) => open(event, url) }, label);
    }),
    hint,
    shown,
  );
}
