/** A reason why the server cannot start, as one sentence for the person at the terminal. */
export class StartFault extends Error {
  override name = "StartFault";
}
