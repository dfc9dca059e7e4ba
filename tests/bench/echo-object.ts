/** The least an object with hibernating sockets can do: it says again what it hears, by `all` to everybody. */
import { DurableObject } from "cloudflare:workers";

export class EchoObject extends DurableObject<object> {
  /** Of an object that is awake and knows who is there, as a room is. */
  #sockets: WebSocket[] = [];

  constructor(state: DurableObjectState, env: object) {
    super(state, env);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair("p", "P"));
  }

  override async fetch(): Promise<Response> {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    const isForAll = message === "all";
    if (isForAll) this.#sockets = this.ctx.getWebSockets();
    for (const each of isForAll ? this.#sockets : [socket]) each.send(message);
  }
}

interface EchoEnv {
  ECHOES: DurableObjectNamespace<EchoObject>;
}

export default {
  fetch: (request: Request, env: EchoEnv) => env.ECHOES.getByName("echo").fetch(request),
};
