/** The living sockets of a room and their seats. */
import { packSeat, type Seat, unpackSeat } from "./room-seat.ts";

export class RoomSockets<M> {
  readonly #state: DurableObjectState;
  readonly #emptyMark: () => M;
  /** Attachments as they were read or written last: reading one costs more than a frame. */
  readonly #seats = new WeakMap<WebSocket, Seat<M>>();
  /** As far as it was asked for: to ask the runtime for its sockets costs more than a frame to each. */
  #greeted: Set<WebSocket> | null = null;
  /** Whose seats are noted and not yet stored. */
  readonly #noted = new Set<WebSocket>();

  constructor(state: DurableObjectState, emptyMark: () => M) {
    this.#state = state;
    this.#emptyMark = emptyMark;
    // Answered by the runtime: a heartbeat does not wake the room.
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair("p", "P"));
  }

  /** Takes a socket in; from here on the runtime holds it, also while the room sleeps. */
  add(socket: WebSocket, seat: Seat<M>): void {
    this.#state.acceptWebSocket(socket, [seat.handle]);
    this.keep(socket, seat);
  }

  /** Those the room has not let go of: of one person, or all. */
  living(handle?: string): WebSocket[] {
    return this.#state.getWebSockets(handle).filter((socket) => !this.seat(socket).gone);
  }

  greeted(): WebSocket[] {
    this.#greeted ??= new Set(this.living().filter((socket) => this.seat(socket).greeted));
    return [...this.#greeted];
  }

  /** The seats of the greeted. */
  seats(): Seat<M>[] {
    return this.greeted().map((socket) => this.seat(socket));
  }

  seat(socket: WebSocket): Seat<M> {
    const known = this.#seats.get(socket);
    if (known) return known;
    const seat = unpackSeat<M>(socket.deserializeAttachment(), this.#emptyMark());
    this.#seats.set(socket, seat);
    return seat;
  }

  /** Changes the seat, and stores it so that it survives a sleep. */
  keep(socket: WebSocket, seat: Seat<M>): void {
    this.note(socket, seat);
    this.store();
  }

  /** Changes the seat; whoever does so several times while serving one message stores it after. */
  note(socket: WebSocket, seat: Seat<M>): void {
    this.#seats.set(socket, seat);
    this.#noted.add(socket);
    if (seat.greeted && !seat.gone) this.#greeted?.add(socket);
    else this.#greeted?.delete(socket);
  }

  store(): void {
    for (const socket of this.#noted) {
      socket.serializeAttachment(packSeat(this.seat(socket), this.#emptyMark()));
    }
    this.#noted.clear();
  }

  /** When the socket was last heard, heartbeats included; milliseconds since 1970. */
  heardAt(socket: WebSocket): number {
    const beat = this.#state.getWebSocketAutoResponseTimestamp(socket)?.getTime() ?? 0;
    return Math.max(beat, this.seat(socket).heardAt);
  }

  send(socket: WebSocket, text: string): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(text);
  }

  close(socket: WebSocket, code: number): void {
    const closable =
      socket.readyState === WebSocket.OPEN || socket.readyState === WebSocket.CLOSING;
    if (closable) socket.close(code, "");
  }
}
