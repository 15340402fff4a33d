/** Starts the parts of a page that scripts add to; one that fails never stops the others. */

import { LargeText } from "./large-text.mjs";
import { Offline, OfflineNote } from "./offline.mjs";
import { Search } from "./search.mjs";

const MODULES = {
  "large-text": LargeText,
  offline: Offline,
  "offline-note": OfflineNote,
  search: Search,
};

for (const root of document.querySelectorAll("[data-module]")) {
  try {
    new MODULES[root.dataset.module](root);
  } catch (error) {
    console.error(error);
  }
}
