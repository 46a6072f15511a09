// What can be tapped under the open question, and how the keyboard helps with it.
//
// A picker is made from the reply's `input` and calls back with what was chosen:
//   answer({choice, said}) · answer({photo, said}) · fill(text) puts words into the text field.
// Whatever a picker shows, typing an answer works as well.

import { calendar } from "./calendar.js";
import { choiceButton, choices, confirm, many } from "./choices.js";
import { button, element } from "./dom.js";
import { photo } from "./photo.js";
import { places } from "./places.js";
import { slots } from "./slots.js";
import { word } from "./words.js";

const TYPING = {
  id_number: { inputmode: "text", autocapitalize: "characters" },
  phone: { inputmode: "tel" },
  number: { inputmode: "numeric" },
  money: { inputmode: "decimal" },
};

/** Attributes of the text field while this input is open. */
export function typing(input) {
  return { inputmode: "text", autocapitalize: "off", ...TYPING[input?.kind] };
}

/** The answer given before. One that is masked is only shown; another can be taken up and edited. */
function previousAnswer(input, { fill }) {
  if (!input.previous || input.choices.length) return null;
  const words = word("page-previous") + input.previous;
  if (input.previous.includes("*")) return element("p", { class: "hint" }, words);
  return button({ class: "quiet", onclick: () => fill(input.previous) }, words);
}

function skipButton(input, { answer }) {
  if (!input.skip) return null;
  const choice = { value: "skip", label: word("page-skip"), ...input.skip };
  return choiceButton(input, choice, answer, { style: "quiet" });
}

const PICKERS = { many, confirm, date: calendar, slot: slots, place: places, photo };

/** The picker of an open question, or null where there is nothing to tap. */
export function picker(input, actions) {
  const given = { ...input, choices: input.choices ?? [] };
  const build = PICKERS[given.kind] ?? choices;
  const parts = [
    given.choices.length || given.kind === "photo" ? build(given, actions) : null,
    previousAnswer(given, actions),
    skipButton(given, actions),
  ].filter(Boolean);
  return parts.length ? element("div", { class: `picker picker-${given.kind}` }, ...parts) : null;
}
