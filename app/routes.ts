/** The routes are the files in app/routes. */
import { flatRoutes } from "@remix-run/fs-routes";

export default flatRoutes();
