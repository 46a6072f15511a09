// Elder mode (长辈模式): large type, strong contrast, few choices a screen, read aloud.
// Its flag says nothing of anybody and is the one thing that outlives the tab; see also elder-first.js.

const FLAG = "elder";
const root = document.documentElement;
const toggle = document.getElementById("elder");

export const isElder = () => root.classList.contains("elder");

function show() {
  toggle.setAttribute("aria-pressed", String(isElder()));
}

function change() {
  const on = root.classList.toggle("elder");
  try {
    if (on) localStorage.setItem(FLAG, "on");
    else localStorage.removeItem(FLAG);
  } catch {
    // storage is switched off: it holds until the page is left
  }
  show();
  for (const node of document.querySelectorAll(".pager")) node.dispatchEvent(new Event("elder"));
  root.dispatchEvent(new Event("elder"));
}

/** Calls back whenever the mode is switched. */
export function onElder(then) {
  root.addEventListener("elder", then);
}

toggle.addEventListener("click", change);
show();
