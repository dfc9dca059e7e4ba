/** Checks which step somebody new is shown. */
import { describe, expect, it } from "vitest";
import { nextStep } from "./first-steps.ts";

describe("nextStep", () => {
  it("begins with a deck", () => expect(nextStep([], [], 0)).toBe("play"));

  it("asks for a link once there is a result", () => expect(nextStep([{}], [], 0)).toBe("share"));

  it("waits for a friend once there is a link", () => {
    expect(nextStep([{}], [{ opens: 0 }], 0)).toBe("arrive");
  });

  it("is gone when a friend has opened one, even among others that nobody opened", () => {
    expect(nextStep([{}], [{ opens: 0 }, { opens: 1 }], 0)).toBeNull();
  });

  it("is gone when somebody has played against a result", () => {
    expect(nextStep([{}], [{ opens: 0 }], 1)).toBeNull();
  });

  it("does not send somebody back who shared without a deck of their own", () => {
    expect(nextStep([], [{ opens: 0 }], 0)).toBe("arrive");
  });
});
