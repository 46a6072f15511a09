// The desk without reloading: when the server says that something has changed, the page asks for itself again and puts
// the parts marked data-live in the place of the old ones. What a clerk is typing is never touched, and is kept in this
// tab until it is sent, whatever other button is pressed meanwhile.

const SECONDS_BEFORE_AGAIN = 5;

const ofCase = document.querySelector("[data-live-case]")?.dataset.liveCase;
// A page that answers a form has the form's address; what is asked for again is the page of the case.
const address = ofCase ? `/desk/cases/${encodeURIComponent(ofCase)}` : location.href;
const source = new EventSource(ofCase ? `/desk/live?case=${encodeURIComponent(ofCase)}` : "/desk/live");
const title = document.title;
let shown = document.querySelector("[data-live-mark]").dataset.liveMark;
let asking = false;
let again = false;

const parts = (page) => [...page.querySelectorAll("[data-live]")];

const isTyped = (part) => part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");

/** An alarm shows in the tab as well. */
function mark() {
  document.title = document.querySelector(".alarm") ? `● ${title}` : title;
}

/** The parts of a page that was just fetched, in the place of those shown; the button that had the focus has it again. */
function replace(page) {
  const fresh = new Map(parts(page).map((part) => [part.id, part]));
  for (const old of parts(document)) {
    const part = fresh.get(old.id);
    if (!part || old.innerHTML === part.innerHTML || isTyped(old)) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement.closest("form")?.action : null;
    old.replaceChildren(...part.childNodes);
    if (focused) [...old.querySelectorAll("form")].find(({ action }) => action === focused)?.querySelector("button").focus();
  }
  mark();
}

async function ask() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    const answer = await fetch(address, { headers: { "x-live": document.visibilityState } });
    if (answer.redirected) {
      location.reload(); // the session is over: the sign-in is shown
      return;
    }
    if (answer.ok) replace(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    setTimeout(ask, SECONDS_BEFORE_AGAIN * 1000);
  } finally {
    asking = false;
  }
  if (again) {
    again = false;
    await ask();
  }
}

source.addEventListener("changed", ({ data }) => {
  if (data !== shown) ask();
  shown = data;
});

// The stream ends with the session, and breaks with the network: the browser tries again by itself, and is told then.
source.addEventListener("error", () => {
  if (source.readyState === EventSource.CLOSED) ask();
});

for (const area of document.querySelectorAll("textarea")) {
  const draft = `draft:${ofCase}:${area.id}`;
  if (!area.value) area.value = sessionStorage.getItem(draft) ?? "";
  area.addEventListener("input", () => sessionStorage.setItem(draft, area.value));
  area.form.addEventListener("submit", () => sessionStorage.removeItem(draft));
}

document.querySelector(".out")?.addEventListener("submit", () => sessionStorage.clear());

for (const link of document.querySelectorAll("[data-canned]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const text = document.getElementById("text");
    text.value = [text.value.trim(), link.dataset.canned].filter(Boolean).join("\n");
    text.dispatchEvent(new Event("input"));
    text.focus();
  });
}

mark();
