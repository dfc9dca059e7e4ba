/** Workbox's plugin that bounds a cache, in a type that our strictness takes. */
import type { WorkboxPlugin } from "workbox-core/types.js";
import {
  ExpirationPlugin,
  type ExpirationPluginOptions,
} from "workbox-expiration/ExpirationPlugin.js";

/** Its optional callbacks may be undefined, which workbox's own type forgets. */
export function expire(limits: ExpirationPluginOptions) {
  return new ExpirationPlugin(limits) as ExpirationPlugin & WorkboxPlugin;
}
