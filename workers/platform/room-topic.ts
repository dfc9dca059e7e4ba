/** A topic's epoch and sequence, its last frames, and how far each reader is. `R` is a reader. */
import { wireLimits } from "#shared/protocol/limits.ts";
import { heardAck, offerFrame, type Reader, startReader } from "./room-reader.ts";

export interface TopicStep {
  t: string;
  e: string;
  q0: number;
  q: number;
}

/** What a client says it has of a topic. */
export interface TopicPosition {
  e: string | null;
  q: number;
}

/**
 * Lives in memory only: an object that woke cannot prove its sequence, so it makes a new topic
 * with a new epoch, which no reader has seen, and each reader's first frame is a snapshot.
 */
export class RoomTopic<R extends object> {
  readonly name: string;
  readonly epoch: string;
  #q = 0;
  #readers = new WeakMap<R, Reader>();
  /** The frames that led to `#q`, oldest first. */
  #frames: string[] = [];

  constructor(name: string, epoch: string) {
    this.name = name;
    this.epoch = epoch;
  }

  /** Where the topic is: the head of a snapshot. */
  position(): { t: string; e: string; q: number } {
    return { t: this.name, e: this.epoch, q: this.#q };
  }

  /** Makes the next frame of the sequence and keeps it for those who come back. */
  advance(write: (step: TopicStep) => string): string {
    const q0 = this.#q;
    const text = write({ t: this.name, e: this.epoch, q0, q: q0 + 1 });
    this.#q = q0 + 1;
    this.#frames.push(text);
    if (this.#frames.length > wireLimits.replayedFrames) this.#frames.shift();
    return text;
  }

  /** All frames after that position, or null where they cannot all be had. Never a part. */
  missed({ e, q }: TopicPosition): readonly string[] | null {
    const count = this.#q - q;
    if (e !== this.epoch || count < 0 || count > this.#frames.length) return null;
    return this.#frames.slice(this.#frames.length - count);
  }

  /** True when the reader has had a snapshot of this epoch. */
  isReading(reader: R): boolean {
    return this.#readers.has(reader);
  }

  /** The reader was given everything up to now. */
  addReader(reader: R): void {
    this.#readers.set(reader, startReader(this.#q));
  }

  /** What this reader gets of the frame that was made last; "new": nothing without the whole. */
  offer(reader: R, now: number): "send" | "withhold" | "close" | "new" {
    const before = this.#readers.get(reader);
    if (!before) return "new";
    const offered = offerFrame(before, this.#q, now);
    if (offered.reader !== before) this.#readers.set(reader, offered.reader);
    return offered.outcome;
  }

  /** Whether frames are withheld from the reader for now. */
  isWithheld(reader: R): boolean {
    return (this.#readers.get(reader)?.withheld ?? 0) > 0;
  }

  /** An ack of another epoch says nothing. */
  ack(reader: R, { e, q }: TopicPosition): "goes_on" | "needs_whole" {
    const before = this.#readers.get(reader);
    if (e !== this.epoch || !before) return "goes_on";
    const heard = heardAck(before, q, this.#q);
    this.#readers.set(reader, heard.reader);
    return heard.outcome;
  }
}
