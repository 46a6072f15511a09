// In elder mode a few choices at a time, with 上一页 and 更多. Outside it everything is shown at once.

import { button, element } from "./dom.js";
import { isElder } from "./elder.js";
import { word } from "./words.js";

const AT_ONCE = 4;

/** The nodes in pages of a few. */
export function inPages(nodes) {
  const starts = nodes.map((_, index) => index).filter((index) => index % AT_ONCE === 0);
  return starts.map((start) => nodes.slice(start, start + AT_ONCE));
}

function focusIn(nodes) {
  const open = "button:not([hidden]), input:not([hidden])";
  const [first] = nodes.flatMap((node) => (node.matches(open) ? [node] : [...node.querySelectorAll(open)]));
  first?.focus({ preventScroll: true });
}

/**
 * Shows and hides nodes that stand elsewhere, a page at a time.
 * @param all every node of every page
 * @param pagesOf the pages as they are now; a node may stand on several
 * @returns root: the element with the buttons · lay(): the pages have changed · show(node): turns to a node's page
 */
export function pager(all, pagesOf = () => inPages(all)) {
  let at = 0;
  const place = element("span", { class: "pager-at", role: "status" });
  const back = button({ class: "quiet", onclick: () => turn(at - 1) }, word("page-choices_before"));
  const more = button({ class: "quiet", onclick: () => turn(at + 1) }, word("page-choices_more"));
  const root = element("div", { class: "pager", onelder: () => lay() }, back, place, more);

  function lay() {
    const pages = pagesOf();
    const paged = isElder() && pages.length > 1;
    at = Math.max(0, Math.min(at, pages.length - 1));
    const shown = new Set(paged ? pages[at] : pages.flat());
    for (const node of all) node.hidden = !shown.has(node);
    back.hidden = at === 0;
    more.hidden = at === pages.length - 1;
    place.textContent = `${at + 1} / ${pages.length}`;
    root.hidden = !paged;
  }

  function turn(page) {
    at = page;
    lay();
    focusIn(pagesOf()[at]);
    root.scrollIntoView({ block: "nearest" });
  }

  function show(node) {
    at = pagesOf().findIndex((page) => page.includes(node));
    lay();
  }

  lay();
  return { root, lay, show };
}
