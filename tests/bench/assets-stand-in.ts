/** Stands in for the platform's assets under bare workerd: files with their types, else 404. */

interface Env {
  DISK: Fetcher;
}

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    const file = await env.DISK.fetch(new URL(pathname, "http://disk"), { method: request.method });
    const extension = pathname.slice(pathname.lastIndexOf(".") + 1);
    const response = new Response(file.body, file);
    response.headers.set("Content-Type", types[extension] ?? "application/octet-stream");
    if (pathname.startsWith("/assets/")) {
      response.headers.set("Cache-Control", "public, max-age=31536000, immutable");
    }
    return response;
  },
} satisfies ExportedHandler<Env>;
