/** Every number of protocol `vr.v1`, for both ends. Times in milliseconds, sizes in bytes. */

/** The subprotocol that both ends name, and the prefix of the one that carries the ticket. */
export const protocolName = "vr.v1";
export const ticketPrefix = "t.";

export const wireLimits = {
  inboundBytes: 4 * 1024,
  outboundBytes: 16 * 1024,
  topicsPerSocket: 8,
  socketsPerPerson: 5,
  messagesPerMinute: 100,
  messageBurst: 16,
  /** The frame over the limit that closes the socket. */
  strikes: 3,
  /** So many `set` within `wireTimes.setWindowMs`. */
  setsPerWindow: 5,
  watchedHandles: 20,
  /** A client says what it has at least each so many frames of a topic. */
  ackEvery: 16,
  /** Above so many frames not acked, a reader's frames are withheld. */
  unackedFrames: 64,
  /** Above so many withheld frames, a reader is closed. */
  withheldFrames: 256,
  /** So many missed frames are sent again to a client that comes back. */
  replayedFrames: 100,
} as const;

export const wireTimes = {
  ticketLifeMs: 60_000,
  /** A socket asks for a new ticket at least this often, so that a revoked session ends. */
  seatLifeMs: 600_000,
  heartbeatMs: 25_000,
  /** A heartbeat not answered within this time means a dead connection. */
  answerMs: 10_000,
  /** The client gives up on an attempt to connect. */
  connectMs: 10_000,
  /** The server closes a socket that was silent this long. */
  leaseMs: 75_000,
  /** The same for somebody who is away: hidden tabs beat slowly. */
  awayLeaseMs: 150_000,
  leaseCheckMs: 60_000,
  /** A reload must not flicker: somebody who left is shown this much longer. */
  leaveGraceMs: 10_000,
  /** Changes of a board within this time leave as one frame. */
  boardTickMs: 100,
  setWindowMs: 30_000,
  /** A reader whose frames were withheld for so long is closed. */
  withheldMs: 30_000,
  backoffMinMs: 500,
  backoffMaxMs: 20_000,
} as const;

export const roomSizes = {
  /** Rows of a board that everybody sees. */
  boardTop: 50,
  /** Rows of a board before and after one's own. */
  boardAround: 5,
  /** Feed items that come with a cohort room's snapshot. */
  snapshotFeed: 10,
  /** Members of one cohort. */
  cohortMembers: 100,
} as const;
