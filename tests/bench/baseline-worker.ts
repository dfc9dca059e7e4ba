/** The baseline that every figure is compared with: a bare Hono route. */
import { Hono } from "hono";

const app = new Hono();
app.get("/", (c) => c.text("ok"));
app.get("/redirect", (c) => c.redirect("/"));

export default app;
