/** A room over server-sent events, with presence told by pings: for networks that block sockets. */
import { wireTimes } from "#shared/protocol/limits.ts";
import { parseServerFrame, type ServerBody } from "#shared/protocol/server-frames.ts";
import { backoffMs } from "./backoff.ts";
import type { Doing, LineAddress, LineEars, LiveLine } from "./live-line.ts";
import type { PageSignals } from "./page-signals.ts";

/** What a ping answers, as far as it is shown. */
export type PingAnswer = Omit<ServerBody<"occ">, "t"> & { heartbeatMs: number };

export interface LiveStreamOptions extends LineEars {
  address: LineAddress;
  page: PageSignals;
  /** Tells presence; null where the person is not let in. Throws when it could not be told. */
  ping(doing: Doing | { status: "offline"; act: null }): Promise<PingAnswer | null>;
  random?(): number;
}

export class LiveStream implements LiveLine {
  readonly #options: LiveStreamOptions;
  readonly #stop: (() => void)[] = [];
  #source: EventSource | null = null;
  #doing: Doing = { status: "online", act: null };
  #retries = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #beatTimer: ReturnType<typeof setTimeout> | undefined;
  #pingedAt = 0;
  #heartbeatMs: number = wireTimes.heartbeatMs;
  #ended = false;

  constructor(options: LiveStreamOptions) {
    this.#options = options;
    this.#stop.push(options.page.listen(() => this.#pageChanged()));
    this.#connect();
    void this.#ping();
  }

  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const stop of this.#stop.splice(0)) stop();
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#beatTimer);
    this.#source?.close();
    if (this.#isPresence) this.#options.ping({ status: "offline", act: null }).catch(() => {});
  }

  set(doing: Doing): void {
    if (doing.status === this.#doing.status && doing.act === this.#doing.act) return;
    this.#doing = doing;
    void this.#ping();
  }

  /** A stream that begins anew begins with the whole. */
  sync(): void {
    this.#source?.close();
    this.#source = null;
    this.#connect();
  }

  wake(): void {
    if (!this.#source && this.#options.page.ready()) this.#connect();
    if (Date.now() - this.#pingedAt > this.#heartbeatMs) void this.#ping();
  }

  get #isPresence(): boolean {
    return this.#options.address.room === "presence";
  }

  #pageChanged(): void {
    void this.#ping();
    this.wake();
  }

  #connect(): void {
    clearTimeout(this.#retryTimer);
    if (this.#ended || !this.#options.page.ready()) return;
    const { room, name } = this.#options.address;
    const source = new EventSource(`/api/realtime/stream?${new URLSearchParams({ room, name })}`);
    this.#source = source;
    source.addEventListener("message", ({ data }) => this.#hear(String(data)));
    source.addEventListener("error", () => this.#lost(source));
  }

  #hear(text: string): void {
    const reading = parseServerFrame(text);
    if (reading.status !== "frame" || this.#ended) return;
    if (reading.frame.type === "welcome") {
      this.#retries = 0;
      this.#options.onState("live");
    }
    this.#options.onFrame(reading.frame);
  }

  /** The browser comes back by itself after an end; after a refusal it does not. */
  #lost(source: EventSource): void {
    if (this.#ended || source !== this.#source) return;
    this.#options.onState("connecting");
    if (source.readyState !== EventSource.CLOSED) return;
    this.#source = null;
    this.#retries += 1;
    const random = this.#options.random ?? Math.random;
    const waitMs = wireTimes.backoffMinMs + backoffMs(this.#retries, random());
    this.#retryTimer = setTimeout(() => this.#connect(), waitMs);
  }

  /** Also while hidden: the lease of somebody who is away is longer. */
  async #ping(): Promise<void> {
    if (!this.#isPresence || this.#ended) return;
    clearTimeout(this.#beatTimer);
    this.#pingedAt = Date.now();
    const { page, address, ping } = this.#options;
    const status = page.visible() ? this.#doing.status : "away";
    const answer = await ping({ ...this.#doing, status }).catch(() => undefined);
    if (this.#ended) return;
    if (answer === null) {
      this.#options.onState("closed");
      return this.close();
    }
    if (answer) {
      const { n, by, acts, heartbeatMs } = answer;
      this.#heartbeatMs = heartbeatMs;
      const t = `${address.room}/${address.name}`;
      this.#options.onFrame({ type: "occ", body: { t, n, by, acts } });
    }
    clearTimeout(this.#beatTimer);
    this.#beatTimer = setTimeout(() => void this.#ping(), this.#heartbeatMs);
  }
}
