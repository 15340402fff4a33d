/** A QR code as a picture. */

const SVG = "http://www.w3.org/2000/svg";
/** Readers need four light modules around it. */
const QUIET = 4;

/**
 * @param {Int8Array} modules Row by row.
 * @param {string} label What it is, for those who do not see it.
 * @returns {SVGElement}
 */
export function drawCode(modules, label) {
  const side = Math.sqrt(modules.length);
  const size = side + 2 * QUIET;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  picture.setAttribute("shape-rendering", "crispEdges");
  const path = document.createElementNS(SVG, "path");
  const dark = [...modules].flatMap((bit, at) =>
    bit ? [`M${(at % side) + QUIET} ${Math.floor(at / side) + QUIET}h1v1h-1z`] : [],
  );
  path.setAttribute("d", dark.join(""));
  picture.append(path);
  return picture;
}
