/** Gives large text, before anything is drawn, to whoever chose it on this site (large-text.mjs). */

try {
  if (
    localStorage.getItem(
      `carelist-size ${/** @type {HTMLLinkElement} */ (document.querySelector("[rel=icon]")).href}`,
    ) === "large"
  ) {
    document.documentElement.dataset.size = "large";
  }
} catch {
  // Storage is closed, as in a private window.
}
