/**
 * What is asked for stands behind the `#` of the address, which no browser sends: fields have no
 * name, so that a form without scripts sends nothing.
 */

addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector("[type=search]"));
  if (field && !event.defaultPrevented) {
    event.preventDefault();
    open(`${form.action}#${new URLSearchParams({ q: field.value })}`, form.target || "_self");
  }
});
