// What can be tapped under the open question, and how the keyboard helps with it.
//
// A picker is made from the reply's `input` and calls back with what was chosen:
//   answer({choice, said}) · answer({photo, said}) · answer({signature, said})
// Whatever a picker shows, typing an answer works as well.

import { calendar } from "./calendar.js";
import { choices, confirm, many } from "./choices.js";
import { element } from "./dom.js";
import { photo } from "./photo.js";
import { places } from "./places.js";
import { signature } from "./signature.js";
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

const PICKERS = { many, confirm, date: calendar, slot: slots, place: places, photo, signature };
const WITHOUT_CHOICES = ["photo", "signature"];

/**
 * The picker of an open question, or null where there is nothing to tap.
 * @param reply that asks it · drawn: strokes to begin a signature with
 */
export function picker(input, actions, reply = {}, drawn = undefined) {
  if (!input.choices.length && !WITHOUT_CHOICES.includes(input.kind)) return null;
  const build = PICKERS[input.kind] ?? choices;
  return element("div", { class: `picker picker-${input.kind}` }, build(input, actions, reply, drawn));
}
