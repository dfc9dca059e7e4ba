/** Tells whether node_modules holds what the lock file asks for. */

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean,
 *   devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * What is wrong with the installed packages, in a few words, or null when nothing is.
 * `installed` is npm's own record (node_modules/.package-lock.json): it lacks the root and the
 * optional packages of other platforms, so a missing optional one is no difference.
 * @param {Lock | null} lock
 * @param {Lock | null} installed
 * @returns {string | null}
 */
export function installedDiffers(lock, installed) {
  if (!lock?.packages) return "there is no lock file to compare with";
  if (!installed?.packages) return "none are installed yet";
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === "" || wanted.link) continue;
    const found = installed.packages[path];
    if (!found) {
      if (wanted.optional || wanted.devOptional) continue;
      return `${nameOf(path)} is missing`;
    }
    if (found.version !== wanted.version || found.integrity !== wanted.integrity) {
      return `${nameOf(path)} is ${found.version}, not ${wanted.version}`;
    }
  }
  const extra = Object.keys(installed.packages).find((path) => !lock.packages?.[path]);
  return extra ? `${nameOf(extra)} is no longer wanted` : null;
}

/** @param {string} path */
function nameOf(path) {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}
