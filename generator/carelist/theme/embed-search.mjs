/** The form asks by a script alone, so it shows itself where scripts run. */

/** @type {HTMLFormElement} */ (document.forms[0]).hidden = false;
