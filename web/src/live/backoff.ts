const FIRST_MS = 300
const LONGEST_MS = 5_000

/** How long to wait before attempt 1, 2, …: doubling, and spread so that a restarted server is not met by all at once. */
export function backoffMs(attempt: number, random: number = Math.random()): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1))
  return full * (0.5 + random / 2)
}
