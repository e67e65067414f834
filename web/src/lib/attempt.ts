export type Attempt<Value> = { value: Value; problem?: never } | { value?: never; problem: Error }

/** What came of it, so that a failure can be shown where it belongs. */
export async function attempt<Value>(asked: Promise<Value>): Promise<Attempt<Value>> {
  try {
    return { value: await asked }
  } catch (problem) {
    return { problem: problem instanceof Error ? problem : new Error(String(problem)) }
  }
}
