/** The baseline that every figure is compared with: a bare Hono route. */
import { Hono } from "hono";

const app = new Hono();
app.get("/", (c) => c.text("ok"));
app.get("/redirect", (c) => c.redirect("/"));

const bytes = new Uint8Array(256 * 1024);
// As many bytes as the route has that it is compared with.
app.get("/bytes/:count", (c) => c.body(bytes.subarray(0, Number(c.req.param("count")))));

export default app;
