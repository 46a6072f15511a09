// Townships or villages as tiles; a filter once there are many.

import { choiceButton, deskChoices, isDeskChoice } from "./choices.js";
import { element } from "./dom.js";
import { inPages, pager } from "./pager.js";
import { word } from "./words.js";

const FILTER_FROM = 16; // choices

const plain = (text) => text.toLowerCase().replace(/\s/g, "");

export function places(input, { answer }) {
  const options = input.choices.filter((choice) => !isDeskChoice(choice));
  const tiles = options.map((choice) => choiceButton(choice, answer, { style: "tile" }));
  const grid = element("div", { class: "tiles" }, ...tiles);
  const others = element("div", { class: "choices" }, ...deskChoices(input, answer));
  if (tiles.length < FILTER_FROM) return element("div", {}, grid, pager(tiles).root, others);

  const none = element("p", { class: "hint", role: "status" });
  const field = element("input", { type: "search", class: "filter", id: "filter", autocomplete: "off" });
  const fits = ({ label }) => plain(label).includes(plain(field.value));
  const fitting = () => tiles.filter((_, index) => fits(options[index]));
  const turns = pager(tiles, () => inPages(fitting()));
  field.addEventListener("input", () => {
    turns.lay();
    none.textContent = fitting().length ? "" : word("page-filter_none");
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || fitting().length !== 1) return;
    event.preventDefault(); // or the key would go on into the text field
    fitting()[0].click();
  });
  const label = element("label", { class: "hint", for: "filter" }, word("page-filter"));
  return element("div", {}, label, field, none, grid, turns.root, others);
}
