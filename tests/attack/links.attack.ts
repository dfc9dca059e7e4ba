/** `links`: guesses codes, and tampers with records and cookies. */
import type { Attack } from "./attack-shape.ts";
import { openAttackWorld } from "./attack-world.ts";
import { guessCodes } from "./guess-codes.ts";
import { tamperCookies } from "./tamper-cookies.ts";
import { tamperRecords } from "./tamper-records.ts";

const each = 10_000;

export const attack: Attack = async (closers, say) => {
  const world = await openAttackWorld(closers);
  say("100,000 random codes from 1,000 addresses …");
  const guessing = await guessCodes(world.server.port);
  say("10,000 tampered records …");
  const records = await tamperRecords(world, each);
  say("10,000 tampered cookies …");
  const cookies = await tamperCookies(world, each);
  const all = [guessing, records, cookies];
  return {
    breaches: all.flatMap(({ breaches }) => breaches),
    figures: Object.assign({}, ...all.map(({ figures }) => figures)),
  };
};
