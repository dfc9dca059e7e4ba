/** What the page's policy and the page's first script have to agree on. */

/** The one Trusted Types policy: the browser asks it wherever a library writes markup as text. */
export const trustedTypesPolicy = "default";
