/** HMAC-SHA256 (RFC 2104, FIPS 180-4) at once: short texts, and no object for each step. */

const blockBytes = 64;
const macBytes = 32;
const stateWords = 8;
const rounds = 64;
const [initial, constants] = rootsOfPrimes();

/** The first 32 bits of the fractions of 8 square roots and 64 cube roots of the first primes. */
function rootsOfPrimes(): [Int32Array, Int32Array] {
  const fraction = (root: number) => ((root % 1) * 2 ** 32) | 0;
  const primes: number[] = [];
  for (let n = 2; primes.length < rounds; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  const squares = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  return [Int32Array.from(squares), Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)))];
}

/** What hashing goes on from after the key, within and around. */
export interface HashKey {
  inner: Int32Array;
  outer: Int32Array;
}

/** Worked out once for a secret: half of what a short MAC would cost. */
export function hashKey(secret: Uint8Array): HashKey {
  const block = new Uint8Array(blockBytes);
  if (secret.length <= blockBytes) block.set(secret);
  else {
    hashOn(initial, 0, secret, secret.length);
    writeState(block);
  }
  return { inner: stateAfter(block, 0x36), outer: stateAfter(block, 0x5c) };
}

function stateAfter(block: Uint8Array, pad: number): Int32Array {
  state.set(initial);
  for (let i = 0; i < blockBytes; i++) put(i, (block[i] as number) ^ pad);
  takeBlock();
  return state.slice();
}

/** The 32 bytes of the MAC of the first `length` bytes. */
export function macOf(key: HashKey, message: Uint8Array, length: number): Uint8Array {
  hashOn(key.inner, blockBytes, message, length);
  for (let i = 0; i < stateWords; i++) words[i] = state[i] as number;
  words[stateWords] = 0x80000000;
  words[15] = (blockBytes + macBytes) * 8;
  state.set(key.outer);
  takeBlock();
  const mac = new Uint8Array(macBytes);
  writeState(mac);
  return mac;
}

/** Used by every call from its beginning to its end: nothing here waits, so no two meet. */
const state = new Int32Array(stateWords);
const words = new Int32Array(rounds);

/** Leaves in `state` the hash of a message before which `taken` bytes led to `from`. */
function hashOn(from: Int32Array, taken: number, message: Uint8Array, length: number): void {
  state.set(from);
  for (let i = 0; i < length; i++) {
    put(i, message[i] as number);
    if ((i & 63) === 63) takeBlock();
  }
  put(length, 0x80);
  if ((length & 63) >= blockBytes - 8) takeBlock();
  words[15] = (taken + length) * 8;
  takeBlock();
}

function put(at: number, byte: number): void {
  (words[(at >> 2) & 15] as number) |= byte << (24 - 8 * (at & 3));
}

function writeState(to: Uint8Array): void {
  for (let i = 0; i < macBytes; i++) to[i] = (state[i >> 2] as number) >>> (24 - 8 * (i & 3));
}

/** FIPS 180-4, section 6.2.2; empties the block for the next one. */
function takeBlock(): void {
  for (let i = 16; i < rounds; i++) {
    const x = words[i - 15] as number;
    const y = words[i - 2] as number;
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = (high + (words[i - 7] as number) + low + (words[i - 16] as number)) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let i = 0; i < rounds; i++) {
    const turnedE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const turnedA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const added = (words[i] as number) + (constants[i] as number);
    const first = (h + turnedE + (g ^ (e & (f ^ g))) + added) | 0;
    const second = (turnedA + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  (state[0] as number) += a;
  (state[1] as number) += b;
  (state[2] as number) += c;
  (state[3] as number) += d;
  (state[4] as number) += e;
  (state[5] as number) += f;
  (state[6] as number) += g;
  (state[7] as number) += h;
  words.fill(0);
}
