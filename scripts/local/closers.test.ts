import { expect, test, vi } from "vitest";
import { createClosers } from "./closers.ts";

test("closeAll closes the last that was opened first, even when one fails", async () => {
  const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const closed: string[] = [];
  const closers = createClosers();
  closers.add(() => closed.push("database"));
  closers.add(() => {
    throw new Error("stuck");
  });
  closers.add(async () => closed.push("worker"));
  await closers.closeAll(1000);
  expect(closed).toEqual(["worker", "database"]);
  expect(quiet).toHaveBeenCalledWith("while closing: stuck");
  quiet.mockRestore();
});

test("closeAll closes nothing twice when it is asked twice", async () => {
  let count = 0;
  const closers = createClosers();
  closers.add(() => {
    count += 1;
  });
  await Promise.all([closers.closeAll(1000), closers.closeAll(1000)]);
  expect(count).toBe(1);
});

test("closeAll does not wait for what hangs", async () => {
  const closers = createClosers();
  closers.add(() => new Promise(() => undefined));
  await closers.closeAll(20);
});
