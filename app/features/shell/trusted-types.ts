/** The one Trusted Types policy, which stands before any other script and lets almost nothing by. */
import { trustedTypesPolicy } from "#shared/page-security.ts";

/** How React makes a script element that it does not run. Text without `<` makes no element at all. */
const allowedMarkup = "<script></script>";
const allowedWorker = "/service-worker.js";

/** Any other text that is about to become markup or code is refused, and reported. */
export const trustedTypesScript = `(function(){try{window.trustedTypes&&trustedTypes.createPolicy(${JSON.stringify(trustedTypesPolicy)},{
createHTML:function(t){return t===${inScript(allowedMarkup)}||t.indexOf(${inScript("<")})===-1?t:null},
createScriptURL:function(t){var u=new URL(t,location.href);return u.origin===location.origin&&u.pathname===${inScript(allowedWorker)}?t:null}})}catch(e){}})();`;

function inScript(text: string): string {
  return JSON.stringify(text).replaceAll("<", "\\u003c");
}
