/** The desk's API, typed by the server's own schema. Every failure is thrown as a `FairviewProblem`. */

import createClient from 'openapi-fetch'

import { FairviewProblem, problemOf } from './problem'
import type { components, paths } from './schema.gen'

export type Schemas = components['schemas']

const CSRF_COOKIE = 'csrftoken'

function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(`${CSRF_COOKIE}=`))
  return cookie?.slice(CSRF_COOKIE.length + 1) ?? ''
}

/** The cookie comes with the first answer that asks for it. */
export async function ensureCsrfToken(): Promise<string> {
  if (!csrfToken()) await fetch('/api/csrf')
  return csrfToken()
}

/** `fetch` that carries the CSRF token and turns every failure into a problem. Where the same was asked ahead, its
 *  answer is taken. */
export async function send(request: Request, ahead?: Promise<Response>): Promise<Response> {
  let response: Response
  try {
    response = await (ahead ?? sendNow(request))
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new FairviewProblem({ code: 'offline' })
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

async function sendNow(request: Request): Promise<Response> {
  if (request.method !== 'GET') request.headers.set('X-CSRFToken', await ensureCsrfToken())
  return fetch(request)
}

export const desk = createClient<paths>({ baseUrl: location.origin, fetch: (request) => send(request) })

/** What was asked for. `send` has thrown before, where there is no such thing. */
export async function answer<Data>(asked: Promise<{ data?: Data }>): Promise<Data> {
  return (await asked).data as Data
}
