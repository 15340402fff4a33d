/** A QR code as a picture. */

const SVG = "http://www.w3.org/2000/svg";
/** Readers need four light modules around it. */
const QUIET = 4;

/**
 * @param {number[][]} rows
 * @param {string} label What it is, for those who do not see it.
 * @returns {SVGElement}
 */
export function drawCode(rows, label) {
  const size = rows.length + 2 * QUIET;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  picture.setAttribute("shape-rendering", "crispEdges");
  const path = document.createElementNS(SVG, "path");
  const dark = rows.flatMap((row, y) => row.flatMap((bit, x) => (bit ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])));
  path.setAttribute("d", dark.join(""));
  picture.append(path);
  return picture;
}
