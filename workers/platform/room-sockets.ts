/** The living sockets of a room and their seats; a frame for many is serialized once. */

import type { Seat } from "./room-seat.ts";
import type { RoomTopic } from "./room-topic.ts";

export class RoomSockets<M> {
  readonly #state: DurableObjectState;

  constructor(state: DurableObjectState) {
    this.#state = state;
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

  /** The seats of the greeted. */
  seats(): Seat<M>[] {
    return this.living()
      .map((socket) => this.seat(socket))
      .filter((seat) => seat.greeted);
  }

  seat(socket: WebSocket): Seat<M> {
    return socket.deserializeAttachment() as Seat<M>;
  }

  keep(socket: WebSocket, seat: Seat<M>): void {
    socket.serializeAttachment(seat);
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

  /** The step (if there is one) for who reads this epoch, the snapshot for who does not yet. */
  broadcast(topic: RoomTopic<WebSocket>, step: string | null, snapshot: () => string): void {
    let whole: string | undefined;
    for (const socket of this.living()) {
      if (!this.seat(socket).greeted) continue;
      if (!topic.isReading(socket)) {
        whole ??= snapshot();
        this.send(socket, whole);
        topic.addReader(socket);
      } else if (step !== null) this.send(socket, step);
    }
  }
}
