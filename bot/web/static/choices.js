// Choices as buttons: one, many, and the confirmation of a summary.

import { button, element } from "./dom.js";
import { word } from "./words.js";

const isPrevious = (input, choice) => input.previous && [choice.value, choice.label].includes(input.previous);

/** A choice as a button: its number if it has one, its label, its detail, and whether it was chosen before. */
export function choiceButton(input, choice, answer, { number = null, style = "choice" } = {}) {
  const before = isPrevious(input, choice) ? word("page-previous_chosen") : null;
  return button(
    { class: style, "data-value": choice.value, onclick: () => answer({ choice: choice.value, said: choice.label }) },
    number ? element("span", { class: "number" }, String(number)) : null,
    element(
      "span",
      { class: "choice-words" },
      element("span", { class: "label" }, choice.label),
      choice.detail ? element("span", { class: "detail" }, choice.detail) : null,
      before ? element("span", { class: "detail" }, before) : null,
    ),
  );
}

/** Choices the desk adds to any question; they are no option of the question itself. */
export function isDeskChoice({ value }) {
  return value === "keep" || value === "suggested" || value.startsWith("command:");
}

/** The desk's own choices of an input, as quiet buttons. */
export function deskChoices(input, answer) {
  return input.choices.filter(isDeskChoice).map((choice) => choiceButton(input, choice, answer, { style: "quiet" }));
}

const TYPED = ["text", "name", "id_number", "phone", "number", "money", "signature"];

/** One of several; the number before each may be typed instead, unless a number would be an answer of its own. */
export function choices(input, { answer }) {
  const wide = input.choices.length > 4 ? "choices wide" : "choices";
  const typed = TYPED.includes(input.kind);
  const buttons = input.choices.map((choice, index) => {
    const plain = typed || choice.value.startsWith("command:");
    return choiceButton(input, choice, answer, plain ? { style: "quiet" } : { number: index + 1 });
  });
  return element("div", { class: wide }, ...buttons);
}

/** Any number of several: boxes to tick, then one button; the values go joined by commas. */
export function many(input, { answer }) {
  const options = input.choices.filter((choice) => !isDeskChoice(choice));
  const boxes = options.map(({ value }) => element("input", { type: "checkbox", value }));
  const rows = options.map((choice, index) =>
    element(
      "label",
      { class: "choice check" },
      boxes[index],
      element(
        "span",
        { class: "choice-words" },
        element("span", { class: "label" }, choice.label),
        choice.detail ? element("span", { class: "detail" }, choice.detail) : null,
      ),
    ),
  );
  const hint = element("p", { class: "hint", role: "alert" });
  const send = () => {
    const chosen = options.filter((_, index) => boxes[index].checked);
    if (chosen.length < (input.min ?? 1)) {
      hint.textContent = word("page-many_empty");
      return;
    }
    const said = chosen.map(({ label }) => label).join(word("page-separator"));
    answer({ choice: chosen.map(({ value }) => value).join(","), said });
  };
  return element(
    "div",
    { class: "choices" },
    ...rows,
    hint,
    button({ class: "primary", onclick: send }, word("page-many_send")),
    ...deskChoices(input, answer),
  );
}

/** The summary is the reply's text: yes stands out, the edits are quiet. */
export function confirm(input, { answer }) {
  const edits = input.choices.filter(({ value }) => value.startsWith("change:"));
  const yes = input.choices.find(({ value }) => value === "yes");
  const others = input.choices.filter((choice) => choice !== yes && !edits.includes(choice));
  const quiet = (choice) => choiceButton(input, choice, answer, { style: "quiet" });
  return element(
    "div",
    { class: "choices" },
    yes ? choiceButton(input, yes, answer, { style: "primary" }) : null,
    edits.length ? element("p", { class: "hint" }, word("page-change")) : null,
    element("div", { class: "edits" }, ...edits.map(quiet)),
    ...others.map(quiet),
  );
}
