// Before anything is painted: a page that was in elder mode is so from its first sight.
try {
  document.documentElement.classList.toggle("elder", localStorage.getItem("elder") === "on");
} catch {
  // storage is switched off: the page begins plain
}
