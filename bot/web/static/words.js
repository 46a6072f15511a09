// The page's own words. The server writes them into the page as data; no sentence stands in these files.

const words = JSON.parse(document.getElementById("words").textContent);

/** The text of a message id; a missing one shows its id, so that it is noticed. */
export function word(id) {
  return words[id] ?? id;
}

export const language = document.documentElement.lang;
