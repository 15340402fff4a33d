/**
 * Fetches what every page runs, once the page is painted: it never holds up what is read.
 * Where a browser does not tell of its paint, once all is loaded.
 */

const start = () => import("./scripts/site.mjs");

if (self.PerformanceObserver?.supportedEntryTypes?.includes("paint")) {
  new PerformanceObserver((_, observer) => {
    observer.disconnect();
    setTimeout(start);
  }).observe({ type: "paint", buffered: true });
} else {
  addEventListener("load", start);
}
