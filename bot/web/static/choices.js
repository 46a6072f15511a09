// Choices as buttons: one, many, and the confirmation of a summary.

import { button, element } from "./dom.js";
import { pager } from "./pager.js";
import { word } from "./words.js";

/** A choice as a button: its number if it has one, its label, its detail. */
export function choiceButton(choice, answer, { number = null, style = "choice" } = {}) {
  return button(
    { class: style, "data-value": choice.value, onclick: () => answer({ choice: choice.value, said: choice.label }) },
    number ? element("span", { class: "number" }, String(number)) : null,
    element(
      "span",
      { class: "choice-words" },
      element("span", { class: "label" }, choice.label),
      choice.detail ? element("span", { class: "detail" }, choice.detail) : null,
    ),
  );
}

/** Choices the desk adds to any question; they are no option of the question itself. */
export function isDeskChoice({ value }) {
  return value === "keep" || value === "suggested" || value.startsWith("command:");
}

/** The desk's own choices of an input, as quiet buttons. */
export function deskChoices(input, answer) {
  return input.choices.filter(isDeskChoice).map((choice) => choiceButton(choice, answer, { style: "quiet" }));
}

const TYPED = ["text", "name", "id_number", "phone", "number", "money"];

/** One of several; the number before each may be typed instead, unless a number would be an answer of its own. */
export function choices(input, { answer }) {
  const wide = input.choices.length > 4 ? "choices wide" : "choices";
  const typed = TYPED.includes(input.kind);
  const buttons = input.choices.map((choice, index) => {
    const plain = typed || choice.value.startsWith("command:");
    return choiceButton(choice, answer, plain ? { style: "quiet" } : { number: index + 1 });
  });
  return element("div", { class: wide }, ...buttons, pager(buttons).root);
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
    if (!chosen.length) {
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
    pager(rows).root,
    hint,
    button({ class: "primary", onclick: send }, word("page-many_send")),
    ...deskChoices(input, answer),
  );
}

/** The summary stands in the reply: yes stands out; what can be changed is folded away under one line. */
export function confirm(input, { answer }, { summary }) {
  const edits = input.choices.filter(({ value }) => value.startsWith("change:"));
  const yes = input.choices.find(({ value }) => value === "yes");
  const others = input.choices.filter((choice) => choice !== yes && !edits.includes(choice));
  const short = new Map(summary?.lines.map(({ change, label }) => [change, label]));
  const quiet = (choice) => choiceButton(choice, answer, { style: "quiet" });
  const edit = (choice) => {
    const node = button(
      { class: "edit", "data-value": choice.value, "aria-label": choice.label },
      short.get(choice.value) ?? choice.label,
    );
    node.addEventListener("click", () => answer({ choice: choice.value, said: choice.label }));
    return node;
  };
  const editButtons = edits.map(edit);
  return element(
    "div",
    { class: "choices" },
    yes ? choiceButton(yes, answer, { style: "primary" }) : null,
    ...others.map(quiet),
    edits.length
      ? element(
          "details",
          { class: "changes", ontoggle: ({ target }) => target.scrollIntoView({ block: "nearest" }) },
          element("summary", {}, word("page-change")),
          element("div", { class: "edits" }, ...editButtons),
          pager(editButtons).root,
        )
      : null,
  );
}
