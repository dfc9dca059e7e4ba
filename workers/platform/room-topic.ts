/** A topic's epoch and sequence, and who has seen this epoch. Knows no sockets: `R` is a reader. */

export interface TopicStep {
  t: string;
  e: string;
  q0: number;
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
  #readers = new WeakSet<R>();

  constructor(name: string, epoch: string) {
    this.name = name;
    this.epoch = epoch;
  }

  /** Where the topic is: the head of a snapshot. */
  position(): { t: string; e: string; q: number } {
    return { t: this.name, e: this.epoch, q: this.#q };
  }

  /** The next frame's place in the sequence. */
  advance(): TopicStep {
    const q0 = this.#q;
    this.#q += 1;
    return { t: this.name, e: this.epoch, q0, q: this.#q };
  }

  /** True when the reader has had a snapshot of this epoch. */
  isReading(reader: R): boolean {
    return this.#readers.has(reader);
  }

  /** The reader is given a snapshot. */
  addReader(reader: R): void {
    this.#readers.add(reader);
  }
}
