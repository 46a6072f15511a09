// One helper to make elements. Text is always text, never markup.

/** @param attributes `on…` are listeners; null, undefined and false are left out */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** A button that is never a submit button. */
export function button(attributes, ...children) {
  return element("button", { type: "button", ...attributes }, ...children);
}
