/** Fills in the day on which a citation is read, as this device has it. */

/**
 * Gives a day in ISO 8601, in the device's own time zone.
 * @param {Date} now
 */
export function writeDay(now) {
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

export class Today {
  /** @param {HTMLElement} root */
  constructor(root) {
    const day = writeDay(new Date());
    for (const place of root.querySelectorAll("[data-today]")) place.textContent = day;
  }
}
