/** Fetches what a search needs: each thing once, and anew where it could not be had. */

/**
 * What the page has asked for already (theme/search.mjs) is not asked for twice, but where it
 * did not come.
 * @param {string} address Of JSON.
 * @returns {Promise<any>} Its content.
 */
export async function load(address) {
  const asked = self.early?.[address];
  self.early = undefined;
  const response = (await asked?.catch(() => null)) ?? (await fetch(address));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/**
 * @template T
 * @param {Map<string | number, Promise<unknown>>} loaded What has been asked for, by name.
 * @param {string | number} name
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>}
 */
export function loadOnce(loaded, name, ask) {
  let loading = /** @type {Promise<T> | undefined} */ (loaded.get(name));
  if (!loading) {
    loading = ask().catch((error) => {
      loaded.delete(name);
      throw error;
    });
    loaded.set(name, loading);
  }
  return loading;
}
