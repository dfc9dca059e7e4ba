/** The built pages have no types of their own. */
declare module "*/build/server/index.js";
