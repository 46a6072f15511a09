// Townships or villages as tiles; a filter once there are many.

import { choiceButton, deskChoices, isDeskChoice } from "./choices.js";
import { element } from "./dom.js";
import { word } from "./words.js";

const FILTER_FROM = 16; // choices

const plain = (text) => text.toLowerCase().replace(/\s/g, "");

export function places(input, { answer }) {
  const options = input.choices.filter((choice) => !isDeskChoice(choice));
  const tiles = options.map((choice) => choiceButton(choice, answer, { style: "tile" }));
  const grid = element("div", { class: "tiles" }, ...tiles);
  const others = element("div", { class: "choices" }, ...deskChoices(input, answer));
  if (tiles.length < FILTER_FROM) return element("div", {}, grid, others);

  const none = element("p", { class: "hint", role: "status" });
  const field = element("input", { type: "search", class: "filter", id: "filter", autocomplete: "off" });
  const shown = () => tiles.filter((tile) => !tile.hidden);
  field.addEventListener("input", () => {
    options.forEach((choice, index) => {
      tiles[index].hidden = !plain(choice.label).includes(plain(field.value));
    });
    none.textContent = shown().length ? "" : word("page-filter_none");
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || shown().length !== 1) return;
    event.preventDefault(); // or the key would go on into the text field
    shown()[0].click();
  });
  const label = element("label", { class: "hint", for: "filter" }, word("page-filter"));
  return element("div", {}, label, field, none, grid, others);
}
