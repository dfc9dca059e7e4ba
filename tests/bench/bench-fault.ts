/** Why a bench cannot go on, as one sentence. */
export class BenchFault extends Error {
  override name = "BenchFault";
}
