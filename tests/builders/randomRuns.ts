/**
 * How many random cases a property tries, as fast-check takes it: `usual`, or WEGMARKE_SEEDS, so many times. A failure prints its seed;
 * WEGMARKE_SEED tries that one again.
 */
export function randomRuns(usual: number, times = 1): { numRuns: number; seed?: number } {
  const seed = process.env.WEGMARKE_SEED;
  const numRuns = Math.ceil(Number(process.env.WEGMARKE_SEEDS ?? usual) * times);
  return { numRuns, ...(seed !== undefined && { seed: Number(seed) }) };
}
