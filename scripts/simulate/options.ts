/** What a simulated world is made of. Shares are from 0 to 1. */

export interface SimulationOptions {
  /** The true K within 14 days: the mean number of new people that a person brings. */
  k: number;
  days: number;
  seed: number;
  /** People who come by themselves, each day. */
  arrivals: number;
  /** Shares of the personas: student, parent, tutor. */
  personas: readonly [number, number, number];
  /** Shares of the loops that invites go by, in the order of the vocabulary. */
  loops: readonly [number, number, number, number];
  /** For each hundred people so many bots, credited to somebody. */
  bots: number;
  /** People who take up their own link in another browser. */
  selfInviters: number;
  /** People who invite somebody of their own family. */
  households: number;
  /** Events that arrive up to three days late. */
  late: number;
  /** Events delivered twice. */
  doubled: number;
  /** Browsers whose clock is up to two days off: their ids carry that time. */
  skewed: number;
  /** People who are exposed to an experiment, half of them to each variant, which changes nothing. */
  exposed: number;
}

export const defaultOptions: SimulationOptions = {
  k: 1.25,
  days: 60,
  seed: 1,
  arrivals: 10,
  personas: [0.7, 0.2, 0.1],
  loops: [0.25, 0.25, 0.25, 0.25],
  bots: 0.1,
  selfInviters: 0.05,
  households: 0.02,
  late: 0.1,
  doubled: 0.05,
  skewed: 0.03,
  exposed: 0,
};
