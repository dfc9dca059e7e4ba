/** Handles that spread evenly over the prefixes of a directory. */

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The first is 0…, the second 1…, the third 01…, and so on. */
export function spreadHandle(index: number): string {
  const bits = (index % 64).toString(2).padStart(6, "0");
  const reversed = Number.parseInt(bits.split("").reverse().join(""), 2);
  return `${alphabet[reversed]}${String(index).padStart(15, "x")}`;
}
