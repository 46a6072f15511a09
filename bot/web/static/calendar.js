// The offered days as month grids. Only weeks with an offered day are shown; arrow keys walk the offered days.
// Each month is one stop of the tab key, and in elder mode one page.

import { choiceButton } from "./choices.js";
import { button, element } from "./dom.js";
import { pager } from "./pager.js";
import { language } from "./words.js";

const DAY = 86_400_000; // milliseconds
const format = (options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options });
const monthName = format({ year: "numeric", month: "long" });
const dayName = format({ year: "numeric", month: "long", day: "numeric", weekday: "long" });
const weekdayName = format({ weekday: "narrow" });
const weekdayLongName = format({ weekday: "long" });

const isDay = ({ value }) => /^\d{4}-\d{2}-\d{2}$/.test(value);
const timeOf = (isoDate) => Date.parse(`${isoDate}T00:00:00Z`);
const mondayOf = (time) => time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;

function weekdayRow() {
  const monday = mondayOf(0);
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => monday + day * DAY);
  return element(
    "tr",
    {},
    ...days.map((time) => {
      const name = weekdayLongName.format(time);
      return element("th", { scope: "col", abbr: name }, weekdayName.format(time));
    }),
  );
}

/** The whole date, of which only the day's number is seen: the grid shows the rest. */
function dayInWords(time) {
  const parts = dayName.formatToParts(time);
  const number = parts.findIndex(({ type }) => type === "day");
  const unseen = (some) => element("span", { class: "unseen" }, some.map(({ value }) => value).join(""));
  const seen = element("span", { class: "day-number" }, String(new Date(time).getUTCDate()));
  return [unseen(parts.slice(0, number)), seen, unseen(parts.slice(number + 1))];
}

function monthGrid(month, choices, dayButton) {
  const offered = new Map(choices.map((choice) => [timeOf(choice.value), choice]));
  const times = [...offered.keys()];
  const rows = [];
  for (let monday = mondayOf(Math.min(...times)); monday <= Math.max(...times); monday += 7 * DAY) {
    const cells = [0, 1, 2, 3, 4, 5, 6].map((day) => {
      const time = monday + day * DAY;
      const date = new Date(time);
      if (date.toISOString().slice(0, 7) !== month) return element("td");
      const choice = offered.get(time);
      if (choice) return element("td", {}, dayButton(choice, time));
      return element("td", { class: "no-day" }, String(date.getUTCDate()));
    });
    if (cells.some((cell) => cell.querySelector("button"))) rows.push(element("tr", {}, ...cells));
  }
  return element(
    "table",
    { role: "grid", class: "month" },
    element("caption", {}, monthName.format(timeOf(`${month}-01`))),
    element("thead", {}, weekdayRow()),
    element("tbody", {}, ...rows),
  );
}

/** Index of the day the key leads to, or null for a key that leads nowhere. */
function target(key, times, index) {
  const last = times.length - 1;
  const firstFrom = times.findIndex((time) => time >= times[index] + 7 * DAY);
  const lastUntil = times.filter((time) => time <= times[index] - 7 * DAY).length - 1;
  const targets = {
    ArrowRight: Math.min(index + 1, last),
    ArrowLeft: Math.max(index - 1, 0),
    ArrowDown: firstFrom === -1 ? last : firstFrom,
    ArrowUp: Math.max(lastUntil, 0),
    Home: 0,
    End: last,
  };
  return targets[key] ?? null;
}

export function calendar(input, { answer }) {
  const days = input.choices.filter(isDay).sort((a, b) => a.value.localeCompare(b.value));
  const others = input.choices.filter((choice) => !isDay(choice));
  const times = days.map(({ value }) => timeOf(value));
  const buttons = [];

  function dayButton(choice, time) {
    const node = button(
      {
        class: "day",
        "data-value": choice.value,
        tabindex: -1,
        onclick: () => answer({ choice: choice.value, said: choice.label }),
      },
      ...dayInWords(time),
      choice.detail ? element("span", { class: "detail" }, choice.detail) : null,
    );
    buttons.push(node);
    return node;
  }

  function walk(event) {
    const index = buttons.indexOf(event.target.closest("button"));
    const to = index === -1 ? null : target(event.key, times, index);
    if (to === null) return;
    event.preventDefault();
    const grid = buttons[to].closest("table");
    grid.querySelectorAll("button").forEach((each) => (each.tabIndex = -1));
    buttons[to].tabIndex = 0;
    turns.show(grid);
    buttons[to].focus();
  }

  const months = [...new Set(days.map(({ value }) => value.slice(0, 7)))];
  const grids = months.map((month) => {
    const grid = monthGrid(month, days.filter(({ value }) => value.startsWith(month)), dayButton);
    grid.querySelector("button").tabIndex = 0;
    return grid;
  });
  const turns = pager(grids, () => grids.map((grid) => [grid]));
  return element(
    "div",
    { class: "calendar", onkeydown: walk },
    ...grids,
    turns.root,
    ...others.map((choice) => choiceButton(choice, answer, { style: "quiet" })),
  );
}
