/**
 * Shows the page for unknown addresses in the language of the address: one file answers for all.
 */

/**
 * @param {string} path The path of the address asked for.
 * @param {string} base The path under which the site lies, with slashes at both ends.
 * @returns {"zh" | "en"} The locale that the address belongs to.
 */
export function findLocale(path, base) {
  return path.startsWith(`${base}en/`) || path === `${base}en` ? "en" : "zh";
}

if (typeof document !== "undefined") {
  const base = new URL("../", import.meta.url).pathname;
  const locale = findLocale(location.pathname, base);
  for (const section of document.querySelectorAll("[data-locale]")) {
    section.hidden = section.dataset.locale !== locale;
    if (!section.hidden) {
      document.documentElement.lang = section.lang;
      document.title = section.querySelector("h1")?.textContent || document.title;
    }
  }
}
