import { describe, expect, it } from "vitest";
import { guardianWords, noAccountWords, signInWords } from "./mail-words.ts";

const link = "https://site.test/sign-in/confirm?token=abc&x=1";

describe("mail words", () => {
  it("carry the link on a line of its own and the code, in text and in HTML", () => {
    const { text, html } = signInWords({ link, code: "012345", joining: false });
    expect(text.split("\n")).toContain(link);
    expect(text.split("\n")).toContain("    012345");
    expect(html).toContain('href="https://site.test/sign-in/confirm?token=abc&amp;x=1"');
    expect(html).toContain(">012345<");
  });

  it("say what is about to happen", () => {
    expect(signInWords({ link, code: "1", joining: true }).subject).toBe(
      "Finish joining Vel Tutor",
    );
    expect(signInWords({ link, code: "1", joining: false }).subject).toBe("Sign in to Vel Tutor");
    expect(noAccountWords({ link }).text).toContain("no account");
  });

  it("cannot be broken by what they quote", () => {
    const { html } = guardianWords({ link, childAlias: '<b>"Quiet" & Otter</b>' });
    expect(html).toContain("&lt;b&gt;&quot;Quiet&quot; &amp; Otter&lt;/b&gt;");
  });

  it("ask no automatic answer", () => {
    expect(noAccountWords({ link }).headers["Auto-Submitted"]).toBe("auto-generated");
  });
});
