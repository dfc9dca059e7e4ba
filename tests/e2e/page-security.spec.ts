/** What a page's policy refuses in a real browser, and that the browser's report arrives. */
import { expect, test } from "#tests/support/browser-test.ts";
import { signIn } from "#tests/support/journeys.ts";

const anyReport = /policy:|reported:|Trusted|Content Security Policy|console:/;

test("a page runs no script, frame, form or markup that is not ours, and tells of each", async ({
  page,
  pageErrors,
  server,
}) => {
  pageErrors.allow(anyReport);
  await page.goto("/");
  const tried = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      refused.push(event.effectiveDirective);
    });
    const add = (tag: string, change: (element: HTMLElement) => void) => {
      const element = document.createElement(tag);
      change(element);
      document.body.appendChild(element);
      return element;
    };
    add("script", (script) => {
      // It has no nonce, and its words are no TrustedScript.
      script.append("window.ranInline = true");
    });
    add("iframe", (frame) => frame.setAttribute("src", "https://evil.test/"));
    add("img", (image) => image.setAttribute("src", "https://evil.test/x.png"));
    add("style", (style) => style.append("body { color: red }"));
    const thrown = (work: () => unknown) => {
      try {
        work();
        return false;
      } catch (error) {
        return error instanceof TypeError || error instanceof EvalError;
      }
    };
    const markup = thrown(() => {
      document.body.innerHTML = "<b>words</b>";
    });
    // Later, because the debugger that runs these lines may evaluate whatever it likes.
    const code = await new Promise((resolve) => {
      setTimeout(() => resolve(thrown(() => new Function("return 1")())));
    });
    const policy = thrown(() => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): void };
      };
      trustedTypes.createPolicy("another", {});
    });
    const call = await fetch("https://evil.test/").then(
      () => "answered",
      () => "refused",
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { refused, markup, code, policy, call, ran: "ranInline" in window };
  });
  expect(tried).toMatchObject({
    markup: true,
    code: true,
    policy: true,
    call: "refused",
    ran: false,
  });
  // What is a script as text ends at Trusted Types, before its missing nonce is asked for.
  const directives = ["connect-src", "frame-src", "img-src", "style-src-elem"];
  expect(new Set(tried.refused)).toEqual(
    new Set([...directives, "require-trusted-types-for", "trusted-types"]),
  );
  await expect.poll(() => server.output(), { timeout: 5_000 }).toContain('"page report"');
});

test("a page cannot be framed, not even by itself", async ({ page, pageErrors }) => {
  pageErrors.allow(anyReport);
  const answer = await page.request.get("/sign-in");
  expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(answer.headers()["x-frame-options"]).toBe("DENY");
});

test("a session's cookies are out of reach of scripts", async ({ page }) => {
  await signIn(page, "student@demo.test");
  const seen = await page.evaluate(() => document.cookie);
  expect(seen).not.toContain("vt_");
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names).toContain("__Host-vt_session");
});
