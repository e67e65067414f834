/** Requests to the desk: JSON both ways, the CSRF header, and failures as `FairviewProblem`. */

import { FairviewProblem, problemOf } from './problem'

type Query = Record<string, string | number | undefined>
type Asked = { query?: Query; body?: unknown; signal?: AbortSignal }
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const CSRF_COOKIE = 'csrftoken'

export function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith(`${CSRF_COOKIE}=`))
  return cookie?.slice(CSRF_COOKIE.length + 1) ?? ''
}

/** The cookie comes with the first answer that asks for it. */
async function ensureCsrfToken(): Promise<string> {
  if (!csrfToken()) await fetch('/api/csrf')
  return csrfToken()
}

/** `fetch` that carries the CSRF token and turns every failure into a problem. */
export async function send(request: Request): Promise<Response> {
  let response: Response
  try {
    if (request.method !== 'GET') request.headers.set('X-CSRFToken', await ensureCsrfToken())
    response = await fetch(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw new FairviewProblem({ code: 'offline' })
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

async function ask<Answer>(
  method: Method,
  path: string,
  { query, body, signal }: Asked = {},
): Promise<Answer> {
  const url = new URL(path, location.origin)
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value))
  const headers = new Headers({ Accept: 'application/json' })
  if (body !== undefined) headers.set('Content-Type', 'application/json')
  const response = await send(
    new Request(url, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    }),
  )
  return (response.status === 204 ? undefined : await response.json()) as Answer
}

export const api = {
  get: <Answer>(path: string, asked?: Asked) => ask<Answer>('GET', path, asked),
  post: <Answer>(path: string, body?: unknown) => ask<Answer>('POST', path, { body: body ?? {} }),
  patch: <Answer>(path: string, body: unknown) => ask<Answer>('PATCH', path, { body }),
  delete: <Answer = undefined>(path: string) => ask<Answer>('DELETE', path),
}
