/** Checks what becomes of something that is shared into the app. */
import { describe, expect, it } from "vitest";
import { findSharedPath } from "./shared-link.ts";

const home = "https://k-factor.example";
const find = (...shared: string[]) => findSharedPath(shared, home);

describe("findSharedPath", () => {
  it("finds our smart link in the address and within a sentence", () => {
    expect(find("", "", `${home}/sl/0123456789ab`)).toBe("/sl/0123456789ab");
    expect(find(`Beat me: ${home}/sl/0123456789ab.`)).toBe("/sl/0123456789ab");
  });

  it("takes a page's path, and nothing that came with it", () => {
    expect(find(`${home}/fvm/alg-expressions?after=q1#x`)).toBe("/fvm/alg-expressions");
  });

  it("leaves other sites, other doors and plain words alone", () => {
    for (const text of [
      "https://elsewhere.example/sl/0123456789ab",
      `https://k-factor.example@elsewhere.example/sl/0123456789ab`,
      `https://elsewhere.example/?u=${home}/sl/0123456789ab`,
      `${home}/sign-out`,
      `${home}/admin/people`,
      `${home}//elsewhere.example`,
      "javascript:alert(1)",
      "just words",
    ])
      expect(find(text), text).toBeNull();
  });
});
