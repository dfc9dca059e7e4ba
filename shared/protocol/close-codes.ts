/** Why a socket of `vr.v1` was closed, and what the client does about it. */

export const closeCodes = {
  /** Come again with a new ticket. */
  newTicket: 4401,
  /** Do not come again. */
  final: 4403,
  /** The lease ran out, or the client was too slow. */
  lease: 4408,
  moved: 4409,
  /** Too many messages, or too many sockets of one person. */
  rate: 4429,
  restart: 1012,
} as const;

/** True when a client should connect again after a close with that code. */
export function mayReconnect(code: number): boolean {
  return code !== closeCodes.final;
}

/**
 * The code to answer a close frame with. 1005, 1006 and 1015 say that there was no code or no
 * frame; they may not be sent (RFC 6455, 7.4.1).
 */
export function replyCode(code: number): number {
  const sendable = (code >= 1000 && code <= 1014) || (code >= 3000 && code <= 4999);
  return sendable && code !== 1004 && code !== 1005 && code !== 1006 ? code : 1000;
}
