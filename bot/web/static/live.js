// The desk without reloading: when the server says that something has changed, the page asks for itself again and puts
// the parts marked data-live in the place of the old ones. What a clerk is typing is never touched.

const SECONDS_BEFORE_AGAIN = 5;

const ofCase = document.querySelector("[data-live-case]")?.dataset.liveCase;
// A page that answers a form has the form's address; what is asked for again is the page of the case.
const address = ofCase ? `/desk/cases/${encodeURIComponent(ofCase)}` : location.href;
const source = new EventSource(ofCase ? `/desk/live?case=${encodeURIComponent(ofCase)}` : "/desk/live");
let shown = null;
let asking = false;
let again = false;

const parts = (page) => [...page.querySelectorAll("[data-live]")];

/** The parts of a page that was just fetched, in the place of those shown; a part that is new is told by a reload. */
function replace(page) {
  const fresh = new Map(parts(page).map((part) => [part.id, part]));
  for (const old of parts(document)) {
    const part = fresh.get(old.id);
    if (!part || old.innerHTML === part.innerHTML || old.contains(document.activeElement)) continue;
    old.replaceChildren(...part.childNodes);
  }
  document.title = page.title;
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
  if (shown !== null && data !== shown) ask();
  shown = data;
});

// The stream ends with the session, and breaks with the network: the browser tries again by itself, and is told then.
source.addEventListener("error", () => {
  if (source.readyState === EventSource.CLOSED) ask();
});

for (const link of document.querySelectorAll("[data-canned]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const text = document.getElementById("text");
    text.value = link.dataset.canned;
    text.focus();
  });
}
