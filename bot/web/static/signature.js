// A signature: written into a field. Typing one's name signs as well, for who uses a keyboard or cannot draw.

import { choiceButton } from "./choices.js";
import { button, element } from "./dom.js";
import { Drawing, HEIGHT, WIDTH } from "./drawing.js";
import { word } from "./words.js";

/** @param strokes what was drawn already, where the server did not take it */
export function signature(input, { answer }, _reply, strokes = []) {
  const name = word("page-signature_field");
  const canvas = element("canvas", { width: WIDTH, height: HEIGHT, role: "img", "aria-label": name });
  const full = element("p", { class: "hint", role: "alert" });
  const clear = button({ class: "quiet", onclick: () => drawing.clear() }, word("page-signature_clear"));
  const send = () => answer({ signature: drawing.strokes, said: word("page-signature_said") });
  const done = button({ class: "primary", onclick: send }, word("page-signature_done"));

  function show() {
    clear.disabled = !drawing.strokes.length;
    done.disabled = !drawing.written;
    full.textContent = drawing.full ? word("page-signature_full") : "";
  }

  const drawing = new Drawing(canvas, strokes, show);
  show();
  return element(
    "div",
    { class: "choices" },
    element("p", { class: "hint" }, word("page-signature_hint")),
    element("div", { class: "paper" }, canvas),
    full,
    element("div", { class: "signing" }, clear, done),
    ...input.choices.map((choice) => choiceButton(choice, answer, { style: "quiet" })),
  );
}
