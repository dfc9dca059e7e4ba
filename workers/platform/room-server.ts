/** What every room is built on: hibernating sockets that enter by ticket and speak `vr.v1`. */
import { DurableObject } from "cloudflare:workers";
import { type ClientFrame, parseClientFrame } from "#shared/protocol/client-frames.ts";
import { closeCodes, replyCode } from "#shared/protocol/close-codes.ts";
import { protocolName, wireLimits } from "#shared/protocol/limits.ts";
import { type LiveRoom, socketPath } from "#shared/protocol/room-names.ts";
import { serverFrame, type WireError } from "#shared/protocol/server-frames.ts";
import { AppError } from "./app-error.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type AppEnv, parseEnv } from "./env.ts";
import { randomToken } from "./hmac.ts";
import { errorResponse } from "./http-errors.ts";
import { createLogger } from "./logger.ts";
import { RoomRound } from "./room-round.ts";
import { type Admission, admitMessage, admitSet, type Seat, takeSeat } from "./room-seat.ts";
import { RoomSockets } from "./room-sockets.ts";
import { RoomTopic, type TopicPosition, type TopicStep } from "./room-topic.ts";
import { offeredTicket, openTicket, type TicketClaims } from "./ticket.ts";
import { UsedTickets } from "./used-tickets.ts";

/** What the room itself answers; the rest of the protocol is answered here. */
export type RoomFrame = Extract<ClientFrame, { type: "set" | "watch" }>;

/** `M` is what the room notes with each seat. Anything in memory may be gone at the next event. */
export abstract class RoomServer<M> extends DurableObject<object> {
  clock: Clock = systemClock;
  protected abstract readonly room: LiveRoom;
  protected abstract readonly emptyMark: M;
  protected readonly sockets: RoomSockets<M>;
  readonly #tickets: UsedTickets;
  readonly #round = new RoomRound<WebSocket>();
  readonly #unorderedRound = new RoomRound<WebSocket>();
  #loading: Promise<void> | null = null;
  #topic: RoomTopic<WebSocket> | null = null;

  constructor(state: DurableObjectState, env: object) {
    super(state, env);
    this.sockets = new RoomSockets(state, () => this.emptyMark);
    this.#tickets = new UsedTickets(state.storage.sql);
  }

  /** Fills an empty storage from Postgres. Called before anything else, again if it threw. */
  protected abstract load(): Promise<void>;
  /** A greeted client has to get its first state; it says what it has, if it has anything. */
  protected abstract onJoin(socket: WebSocket, has: TopicPosition | null): void | Promise<void>;
  protected abstract onMessage(socket: WebSocket, frame: RoomFrame): void | Promise<void>;
  /** Called once for each greeted socket; it is no longer among the living. */
  protected abstract onLeave(seat: Seat<M>, socket: WebSocket): void | Promise<void>;
  /** The whole state as a frame for that seat; `recovered: false` goes with what was lost. */
  protected abstract snapshot(seat: Seat<M>, lost?: { recovered: false }): string;
  /** The alarm went off; answers when the room needs it next. */
  protected abstract onAlarm(now: number): number | null;
  protected abstract leaseMs(mark: M): number;

  /** What the room notes of somebody who comes in. */
  protected markOf(_claims: TicketClaims): M {
    return this.emptyMark;
  }

  protected get name(): string {
    return this.ctx.id.name ?? "";
  }

  /** The topic of everything this room says. */
  protected get topicName(): string {
    return `${this.room}/${this.name}`;
  }

  protected get topic(): RoomTopic<WebSocket> {
    this.#topic ??= new RoomTopic(this.topicName, randomToken(6));
    return this.#topic;
  }

  protected get config(): AppEnv {
    return parseEnv(this.env);
  }

  get #checkMs(): number {
    return this.config.REALTIME_SETTINGS.leaseCheckMs;
  }

  /** Health: the object runs and its storage answers. */
  ping(): string {
    this.#tickets.forget(this.clock.now());
    return "pong";
  }

  protected ready(): Promise<void> {
    this.#loading ??= this.load().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  override async fetch(request: Request): Promise<Response> {
    const now = this.clock.now();
    const text = offeredTicket(request.headers.get("sec-websocket-protocol"));
    const place = { room: this.room, name: this.name, now };
    const claims = text && openTicket(this.config.TICKET_SECRET, text, place);
    if (!claims || new URL(request.url).pathname !== socketPath(this.room, this.name)) {
      return errorResponse(new AppError("UNAUTHENTICATED"), "");
    }
    const { 0: client, 1: server } = new WebSocketPair();
    const refusal = this.#refusal(claims, now);
    this.sockets.add(server, {
      ...takeSeat(claims, this.markOf(claims), now),
      gone: refusal !== null,
    });
    if (refusal) this.sockets.close(server, refusal);
    else await this.wakeBy(Math.min(now + this.#checkMs, claims.sessionEndsAt));
    const headers = { "Sec-WebSocket-Protocol": protocolName };
    return new Response(null, { status: 101, webSocket: client, headers });
  }

  #refusal(claims: TicketClaims, now: number): number | null {
    if (!this.#tickets.consume(claims, now)) return closeCodes.newTicket;
    const own = this.sockets.living(claims.handle).length;
    return own >= wireLimits.socketsPerPerson ? closeCodes.rate : null;
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    await this.#hear(socket, message);
    this.sockets.store();
  }

  async #hear(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const [now, before] = [this.clock.now(), this.sockets.seat(socket)];
    if (before.gone) return;
    if (before.sessionEndsAt <= now) return this.dismiss(socket, closeCodes.newTicket);
    const reading = parseClientFrame(message);
    if (reading.status === "frame" && reading.frame.type === "ack") {
      return this.#acked(socket, reading.frame.body);
    }
    const { seat, outcome } = admitMessage({ ...before, heardAt: now }, now);
    this.sockets.note(socket, seat);
    if (outcome.status !== "admitted") return this.#refuse(socket, outcome);
    if (reading.status === "unknown") return;
    if (reading.status !== "frame") return this.err(socket, reading.status);
    try {
      await this.#serve(socket, reading.frame);
    } catch (error) {
      createLogger({ room: this.room }).error("room failed", error);
      await this.dismiss(socket, closeCodes.restart);
    }
  }

  async #serve(socket: WebSocket, frame: ClientFrame): Promise<void> {
    await this.ready();
    const seat = this.sockets.seat(socket);
    if (frame.type === "hello") {
      this.sockets.note(socket, { ...seat, greeted: true });
      this.sockets.send(socket, this.#welcome(frame.body.id, seat));
      const has = frame.body.topics.find(({ t, e }) => t === this.topicName && e !== null);
      return this.onJoin(socket, has ?? null);
    }
    if (!seat.greeted) return this.err(socket, "hello_first");
    if (frame.type === "watch") return this.onMessage(socket, frame);
    if (frame.type === "set") return this.#set(socket, frame);
    if (frame.body.t !== this.topicName) return this.err(socket, "unknown_topic");
    this.sendWhole(socket);
  }

  #set(socket: WebSocket, frame: Extract<RoomFrame, { type: "set" }>): void | Promise<void> {
    const { seat, outcome } = admitSet(this.sockets.seat(socket), this.clock.now());
    this.sockets.note(socket, seat);
    return outcome.status === "admitted"
      ? this.onMessage(socket, frame)
      : this.#refuse(socket, outcome);
  }

  #refuse(socket: WebSocket, outcome: Exclude<Admission, { status: "admitted" }>) {
    if (outcome.status === "closed") return this.dismiss(socket, closeCodes.rate);
    return this.err(socket, "rate", outcome.retryMs);
  }

  #acked(socket: WebSocket, body: TopicPosition & { t: string }): void {
    if (body.t === this.topicName && this.topic.ack(socket, body) === "needs_whole") {
      this.sendWhole(socket);
    }
  }

  /** What the client missed, or the whole. */
  protected catchUp(socket: WebSocket, has: TopicPosition | null): void {
    const missed = has && this.topic.missed(has);
    if (missed) {
      for (const text of missed) this.sockets.send(socket, text);
      this.#hasAll(socket);
    } else this.sendWhole(socket, has ? { recovered: false } : undefined);
  }

  protected sendWhole(socket: WebSocket, lost?: { recovered: false }): void {
    this.sockets.send(socket, this.snapshot(this.sockets.seat(socket), lost));
    this.#hasAll(socket);
  }

  #hasAll(socket: WebSocket): void {
    this.topic.addReader(socket);
    this.#round.skip(socket);
  }

  /**
   * Moves the topic by one frame. Who has not seen this epoch, as after a sleep, gets the whole
   * instead; a slow reader waits, and is let go in the end. `spreadMs`: a crowd is told over time.
   */
  protected tell(write: (step: TopicStep) => string, spreadMs = 0): void {
    this.#round.finish();
    const text = this.topic.advance(write);
    this.#round.begin(this.sockets.greeted(), (socket) => this.#offer(socket, text), spreadMs);
  }

  #offer(socket: WebSocket, text: string): void {
    const outcome = this.topic.offer(socket, this.clock.now());
    if (outcome === "send") this.sockets.send(socket, text);
    if (outcome === "new") this.sendWhole(socket);
    if (outcome === "close") this.ctx.waitUntil(this.dismiss(socket, closeCodes.lease));
  }

  /** The whole for those who have not seen this epoch; nothing for the others. */
  protected tellNewReaders(): void {
    for (const socket of this.sockets.greeted()) {
      if (!this.topic.isReading(socket)) this.sendWhole(socket);
    }
  }

  /** A frame that is no step of the topic, for everybody but slow readers; `spreadMs` as above. */
  protected sendUnordered(text: string, spreadMs = 0): void {
    const send = (socket: WebSocket) => {
      if (!this.topic.isWithheld(socket)) this.sockets.send(socket, text);
    };
    if (spreadMs > 0) this.#unorderedRound.begin(this.sockets.greeted(), send, spreadMs);
    else for (const socket of this.sockets.greeted()) send(socket);
  }

  #welcome(id: string, seat: Seat<M>): string {
    const { handle } = seat;
    const { heartbeatMs } = this.config.REALTIME_SETTINGS;
    const now = this.clock.now();
    return serverFrame("welcome", { id, room: this.topicName, handle, heartbeatMs, now });
  }

  protected err(socket: WebSocket, code: WireError, retryMs?: number): void {
    const body = retryMs === undefined ? { code } : { code, retryMs };
    this.sockets.send(socket, serverFrame("err", body));
  }

  override webSocketClose(socket: WebSocket, code: number): Promise<void> {
    return this.dismiss(socket, replyCode(code));
  }

  override webSocketError(socket: WebSocket): Promise<void> {
    return this.dismiss(socket, closeCodes.restart);
  }

  /** Lets go of a socket, once, whether its close frame ever comes or not. */
  protected async dismiss(socket: WebSocket, code: number): Promise<void> {
    const seat = this.sockets.seat(socket);
    this.sockets.keep(socket, { ...seat, gone: true });
    this.sockets.close(socket, code);
    if (seat.gone || !seat.greeted) return;
    await this.ready();
    await this.onLeave(seat, socket);
  }

  /** Ends a person's sockets here: they come back with a ticket that is newer than `issuedUntil`. */
  protected async endSeats(handle: string, issuedUntil: number): Promise<void> {
    this.#tickets.outdate(handle, issuedUntil);
    for (const socket of this.sockets.living(handle)) {
      await this.dismiss(socket, closeCodes.newTicket);
    }
  }

  /** Whether the person's rights have changed since they were read. */
  protected isOutdated(handle: string, readAt: number): boolean {
    return this.#tickets.isOutdated(handle, readAt);
  }

  override async alarm(): Promise<void> {
    const now = this.clock.now();
    this.#tickets.forget(now);
    await this.ready();
    for (const socket of this.sockets.living()) {
      const seat = this.sockets.seat(socket);
      const leaseEnd = this.sockets.heardAt(socket) + this.leaseMs(seat.mark);
      if (seat.sessionEndsAt <= now) await this.dismiss(socket, closeCodes.newTicket);
      else if (leaseEnd <= now) await this.dismiss(socket, closeCodes.lease);
    }
    const own = this.onAlarm(now);
    if (own !== null) await this.wakeBy(own);
    const ends = this.sockets.living().map((socket) => this.sockets.seat(socket).sessionEndsAt);
    if (ends.length > 0) await this.wakeBy(Math.min(now + this.#checkMs, ...ends));
  }

  /** Sees to it that the alarm goes off at that time (milliseconds since 1970) or earlier. */
  protected async wakeBy(at: number): Promise<void> {
    const current = await this.ctx.storage.getAlarm();
    if (current === null || current > at) await this.ctx.storage.setAlarm(at);
  }
}
