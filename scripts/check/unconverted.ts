/** The parts of `app/` whose words are still written into them. This list only ever gets shorter. */

export const unconverted: readonly string[] = [];
