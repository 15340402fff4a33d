/** What is copied of a page; without DOM. */

/**
 * Gives a page's title, summary and link, each on its line.
 * @param {{title: string, summary: string, url: string}} page
 */
export function describePage({ title, summary, url }) {
  return [title, summary, url].filter(Boolean).join("\n");
}
