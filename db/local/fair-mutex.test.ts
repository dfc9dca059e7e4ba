import { expect, it } from "vitest";
import { FairMutex } from "./fair-mutex.ts";

it("serves waiters in the order they came and skips those who gave up", async () => {
  const mutex = new FairMutex(50);
  const order: number[] = [];
  const release = await mutex.acquire();
  const gaveUp = expect(mutex.acquire()).rejects.toThrow(/busy/);
  await gaveUp;
  const waiters = [1, 2, 3].map(async (n) => {
    const done = await mutex.acquire();
    order.push(n);
    done();
    done();
  });
  release();
  release();
  await Promise.all(waiters);
  expect(order).toEqual([1, 2, 3]);
});
