// A photo: from the camera or the album, looked at before it is sent.

import { choiceButton } from "./choices.js";
import { button, element } from "./dom.js";
import { word } from "./words.js";

const LARGEST = 8 * 1024 * 1024; // bytes; the server's limit

export function photo(input, { answer }) {
  const hint = element("p", { class: "hint", role: "alert" });
  const preview = element("div", { class: "preview" });
  const root = element("div", { class: "choices" });

  function look(file) {
    preview.replaceChildren();
    hint.textContent = "";
    if (!file.type.startsWith("image/")) {
      hint.textContent = word("page-photo_not_image");
    } else if (file.size > LARGEST) {
      hint.textContent = word("page-photo_too_large");
    } else {
      const picture = element("img", { src: URL.createObjectURL(file), alt: word("page-photo_alt") });
      const take = () => answer({ photo: file, said: word("page-photo_said") });
      const send = button({ class: "primary", onclick: take }, word("page-photo_send"));
      preview.append(picture, send);
      picture.addEventListener("load", () => send.scrollIntoView({ block: "nearest" }));
      send.focus({ preventScroll: true });
    }
  }

  function source(label, style, capture) {
    const field = element("input", { type: "file", accept: "image/jpeg,image/png,image/webp", capture, class: "unseen" });
    field.addEventListener("change", () => {
      if (field.files[0]) look(field.files[0]);
      field.value = ""; // the same file may be chosen again
    });
    return element("label", { class: style }, field, label);
  }

  root.append(
    preview,
    hint,
    source(word("page-photo_camera"), "file-button camera", "environment"),
    source(word("page-photo_album"), "file-button", null),
    ...input.choices.map((choice) => choiceButton(choice, answer, { style: "quiet" })),
  );
  return root;
}
