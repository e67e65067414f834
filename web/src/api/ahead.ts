/** What a page asks the server for while its scripts are on their way (invitation.html). */

declare global {
  var askedAhead: Promise<Response> | undefined
}

/** Its answer, once: who asks again wants a new one. */
export function takeAskedAhead(): Promise<Response> | undefined {
  const asked = globalThis.askedAhead
  globalThis.askedAhead = undefined
  return asked
}
