// The offered times, in a grid under 上午 and 下午 (and under their day, when several days are offered).

import { choiceButton, isDeskChoice } from "./choices.js";
import { element } from "./dom.js";
import { inPages, pager } from "./pager.js";
import { language, word } from "./words.js";

const dayName = new Intl.DateTimeFormat(language, { month: "long", day: "numeric", weekday: "long", timeZone: "UTC" });

/** {day, hour} as far as the choice says so; the label speaks first, because a value may be in another zone. */
function momentOf(choice) {
  const { value, label } = choice;
  if (isDeskChoice(choice)) return { day: null, hour: null };
  const time = /(\d{1,2})[:：]\d{2}/.exec(label) ?? /T(\d{2}):\d{2}/.exec(value);
  const day = /\d{4}-\d{2}-\d{2}/.exec(value);
  return { day: day?.[0] ?? null, hour: time ? Number(time[1]) : null };
}

/** The choices grouped by heading, in the order they come. */
function groups(choices) {
  const days = new Set(choices.map((choice) => momentOf(choice).day).filter(Boolean));
  const grouped = new Map();
  for (const choice of choices) {
    const { day, hour } = momentOf(choice);
    const half = hour === null ? "" : word(hour < 12 ? "page-morning" : "page-afternoon");
    const date = days.size > 1 && day ? dayName.format(Date.parse(`${day}T00:00:00Z`)) : "";
    const heading = [date, half].filter(Boolean).join(" ");
    grouped.set(heading, [...(grouped.get(heading) ?? []), choice]);
  }
  return [...grouped];
}

export function slots(input, { answer }) {
  const pages = [];
  const parts = groups(input.choices).map(([heading, choices]) => {
    const buttons = choices.map((choice) => choiceButton(choice, answer, { style: heading ? "tile" : "quiet" }));
    const part = element(
      "div",
      { role: "group", "aria-label": heading || null },
      heading ? element("p", { class: "hint", "aria-hidden": "true" }, heading) : null,
      element("div", { class: heading ? "tiles" : "choices" }, ...buttons),
    );
    pages.push(...inPages(buttons).map((page) => [part, ...page]));
    return part;
  });
  return element("div", { class: "slots" }, ...parts, pager(pages.flat(), () => pages).root);
}
