/** Random codes from many addresses: what each costs beyond the edge, and when it is throttled. */
import { randomBytes } from "node:crypto";
import { userAgent } from "../bench/browser.ts";
import { openWire, requestBytes, type Wire } from "../bench/http-wire.ts";
import type { Findings } from "./attack-shape.ts";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const addresses = 1_000;
const guessesEach = 100;
const connections = 32;
const maxLookUps = 20;
/** A bucket of 30, and one more each two seconds. */
const burst = 30;
const refillPerS = 0.5;

interface Tally {
  guesses: number;
  /** Reads of KV and round trips to Postgres. */
  lookUps: number;
  throttled: number;
  /** Addresses that were let on more often than they may be. */
  overLimit: number;
  odd: number;
  limiterAsks: number;
}

function randomCode(): string {
  return Array.from(randomBytes(12), (byte) => alphabet[byte & 31]).join("");
}

const counted = (head: string, name: string) =>
  Number(new RegExp(`\\b${name};desc="(\\d+)"`).exec(head)?.[1] ?? 0);

async function guessFrom(wire: Wire, address: string, tally: Tally): Promise<void> {
  const begun = performance.now();
  let letOn = 0;
  for (let i = 0; i < guessesEach; i++) {
    const headers = { "User-Agent": userAgent, "CF-Connecting-IP": address };
    const { status, head } = await wire.exchange(requestBytes(`/sl/${randomCode()}`, { headers }));
    tally.guesses += 1;
    tally.lookUps += counted(head, "db") + counted(head, "kv");
    tally.limiterAsks += counted(head, "limiter");
    if (status === 429 && /^retry-after: \d+/im.test(head)) tally.throttled += 1;
    else if (status === 302 && /^location: \/link-unavailable\r?$/im.test(head)) letOn += 1;
    else tally.odd += 1;
  }
  const seconds = (performance.now() - begun) / 1000;
  if (letOn > burst + Math.ceil(seconds * refillPerS) + 1) tally.overLimit += 1;
}

/** 100,000 guesses of 1,000 addresses. */
export async function guessCodes(port: number): Promise<Findings> {
  const none = { guesses: 0, lookUps: 0, throttled: 0, overLimit: 0, odd: 0, limiterAsks: 0 };
  const tally: Tally = { ...none };
  const wires = await Promise.all(Array.from({ length: connections }, () => openWire(port)));
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    wires.map(async (wire) => {
      for (let i = next++; i < addresses; i = next++) {
        await guessFrom(wire, `100.64.${i >> 8}.${i & 255}`, tally);
      }
      wire.close();
    }),
  );
  const guessSeconds = Math.round((performance.now() - begun) / 100) / 10;
  const breaches: string[] = [];
  if (tally.lookUps >= maxLookUps) breaches.push(`${tally.lookUps} look-ups beyond the edge`);
  if (tally.overLimit > 0) breaches.push(`${tally.overLimit} addresses were not held to the limit`);
  if (tally.throttled === 0) breaches.push("nobody was throttled");
  if (tally.odd > 0) breaches.push(`${tally.odd} guesses had another answer`);
  return { breaches, figures: { ...tally, guessSeconds } };
}
