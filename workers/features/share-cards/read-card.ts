/** Finds the picture behind an address: at hand, in the bucket, or rendered now. */
import { type CardFields, readCardPath } from "#shared/share-card.ts";
import type { Logger } from "../../platform/logger.ts";
import { createCardShelf } from "./card-shelf.ts";

export type CardPicture =
  | { status: "card"; bytes: Uint8Array }
  /** No card has this address. */
  | { status: "unknown" }
  /** There is such a card, and it was not to be had in time. */
  | { status: "late" };

export interface CardSource {
  /** Absent or down, every isolate renders for itself. */
  bucket: R2Bucket | undefined;
  render(fields: CardFields): Promise<Uint8Array>;
  /** Work that goes on after the response: a late card is there for whoever asks next. */
  waitUntil(work: Promise<unknown>): void;
  now(): number;
  log: Logger;
}

/** How long anybody waits for a picture, in milliseconds. */
export const patienceMs = 1000;

const shelf = createCardShelf();

/** What is at the hash's place on this isolate's shelf, with no waiting at all. */
export function cardAtHand(path: string): Uint8Array | undefined {
  return shelf.get(path.slice("/og/".length, -".png".length));
}

/** `path` begins with /og/. Never throws: what fails is logged, and late. */
export async function readCard(source: CardSource, path: string): Promise<CardPicture> {
  const address = readCardPath(path);
  if (address.status === "unknown") return { status: "unknown" };
  if (address.status === "other") return readStored(source, address.hash);
  const { hash, fields } = address;
  const card = shelf.obtain(hash, source.now(), () => obtain(source, hash, fields));
  const picture = card.then(
    (bytes): CardPicture => ({ status: "card", bytes }),
    (error): CardPicture => {
      source.log.error("card not rendered", error);
      return { status: "late" };
    },
  );
  source.waitUntil(picture);
  return withinPatience(picture);
}

/** An address of an older template: its picture is kept, and never made again. */
async function readStored(source: CardSource, hash: string): Promise<CardPicture> {
  const bytes = await takeFromBucket(source, hash);
  return bytes ? { status: "card", bytes } : { status: "unknown" };
}

async function obtain(source: CardSource, hash: string, fields: CardFields): Promise<Uint8Array> {
  const stored = await takeFromBucket(source, hash);
  if (stored) return stored;
  const bytes = await source.render(fields);
  if (source.bucket) source.waitUntil(putIntoBucket(source, source.bucket, hash, bytes));
  return bytes;
}

async function takeFromBucket({ bucket, log }: CardSource, hash: string) {
  try {
    const object = await bucket?.get(keyOf(hash));
    return object ? new Uint8Array(await object.arrayBuffer()) : null;
  } catch (error) {
    log.error("card bucket not read", error);
    return null;
  }
}

async function putIntoBucket(
  source: CardSource,
  bucket: R2Bucket,
  hash: string,
  bytes: Uint8Array,
) {
  try {
    await bucket.put(keyOf(hash), bytes, { httpMetadata: { contentType: "image/png" } });
  } catch (error) {
    source.log.error("card bucket not written", error);
  }
}

const keyOf = (hash: string) => `og/${hash}.png`;

/** Whatever takes longer than our patience is late. */
function withinPatience(picture: Promise<CardPicture>): Promise<CardPicture> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ status: "late" }), patienceMs);
    void picture.then((found) => {
      clearTimeout(timer);
      resolve(found);
    });
  });
}
