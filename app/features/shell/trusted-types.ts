/** The one Trusted Types policy, which stands before any other script and lets almost nothing by. */
import { trustedTypesPolicy } from "#shared/page-security.ts";

/** How React makes a script element that it does not run, and our own service worker. */
const allowedMarkup = "<script></script>";
const allowedWorker = "/sw.js";

/** Anything else that is about to become markup or code is refused, and reported. */
export const trustedTypesScript = `(function(){try{window.trustedTypes&&trustedTypes.createPolicy(${JSON.stringify(trustedTypesPolicy)},{
createHTML:function(t){return t===${JSON.stringify(allowedMarkup).replaceAll("<", "\\u003c")}?t:null},
createScriptURL:function(t){var u=new URL(t,location.href);return u.origin===location.origin&&u.pathname===${JSON.stringify(allowedWorker)}?t:null}})}catch(e){}})();`;
