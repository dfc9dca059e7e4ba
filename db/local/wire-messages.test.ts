import { expect, it } from "vitest";
import { lastStatus, StatusScanner } from "./wire-messages.ts";

it("finds ReadyForQuery wherever the bytes are cut", () => {
  const message = (letter: string, body: string) => {
    const bytes = Buffer.alloc(5 + body.length);
    bytes.write(letter + "\0".repeat(4) + body, "latin1");
    bytes.writeInt32BE(4 + body.length, 1);
    return bytes;
  };
  const reply = Buffer.concat([
    ...[message("1", ""), message("D", "Z\0\0\0\x05I"), message("Z", "T")],
    ...[message("C", "SELECT 1\0"), message("n", ""), message("Z", "E")],
  ]);
  expect(lastStatus(reply)).toBe("E");
  for (let cut = 0; cut <= reply.length; cut++) {
    const scanner = new StatusScanner();
    const found = [reply.subarray(0, cut), reply.subarray(cut)].map((part) => scanner.scan(part));
    expect(found.findLast((status) => status !== undefined)).toBe("E");
  }
});
