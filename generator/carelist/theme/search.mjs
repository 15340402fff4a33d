/** What old links ask for goes behind the `#` before anything is fetched. */

if (location.search) history.replaceState(null, "", `${location.pathname}#${location.search.slice(1)}`);
