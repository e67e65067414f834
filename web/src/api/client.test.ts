import { afterEach, expect, test, vi } from 'vitest'

import { answer, desk, send } from './client'
import { FairviewProblem } from './problem'

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })

/** The server's next answers, in order; what was asked is kept. */
function serverAnswers(...answers: (Response | Error)[]) {
  const asked: Request[] = []
  vi.stubGlobal('fetch', (input: RequestInfo | URL) => {
    asked.push(input instanceof Request ? input : new Request(new URL(input.toString(), location.origin)))
    const answer = answers.shift() ?? json(500, {})
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  })
  return asked
}

afterEach(() => {
  vi.unstubAllGlobals()
  document.cookie = 'csrftoken=; max-age=0'
})

test('what changes something carries the CSRF token, fetched first where there is none', async () => {
  const asked = serverAnswers(json(200, {}), json(200, { id: '1' }))
  document.cookie = 'other=x'
  await desk.POST('/api/candidates', { body: { name: 'Cai', email: 'cai@mail.example', zone: 'UTC' } })
  expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(['/api/csrf', '/api/candidates'])

  document.cookie = 'csrftoken=abc'
  const again = serverAnswers(json(200, {}))
  await desk.PATCH('/api/me', { body: {} })
  expect(again[0]?.headers.get('X-CSRFToken')).toBe('abc')
})

test('where the same was asked ahead, its answer is taken, also where it is none', async () => {
  const asked = serverAnswers()
  document.cookie = 'csrftoken=abc'
  const ask = () => new Request(`${location.origin}/api/invitations/open`, { method: 'POST' })
  expect(await (await send(ask(), Promise.resolve(json(200, { id: '1' })))).json()).toEqual({ id: '1' })
  await expect(send(ask(), Promise.reject(new TypeError('Failed to fetch')))).rejects.toMatchObject({
    code: 'offline',
  })
  expect(asked).toEqual([])
})

test('an answer is what the schema says', async () => {
  const asked = serverAnswers(json(200, { items: [], total: 0, page: 2, pages: 1 }))
  const found = await answer(desk.GET('/api/candidates', { params: { query: { search: 'zoë å', page: 2 } } }))
  expect(found.items).toEqual([])
  expect(new URL(asked[0]?.url ?? '').searchParams.get('search')).toBe('zoë å')
})

test.each([
  [
    json(409, { code: 'candidate_exists', params: {}, field: null }),
    { code: 'candidate_exists', status: 409 },
  ],
  [
    json(422, { code: 'invalid', params: { field: 'zone' }, field: 'zone' }),
    { code: 'invalid', field: 'zone' },
  ],
  [json(400, { errors: [{ code: 'email_password_mismatch' }] }), { code: 'email_password_mismatch' }],
  [json(401, { meta: {} }), { code: 'unauthenticated', status: 401 }],
  [json(429, {}), { code: 'too_many_requests' }],
  [new Response('<h1>Bad gateway</h1>', { status: 502 }), { code: 'server_failed' }],
  [new TypeError('Failed to fetch'), { code: 'offline', status: 0 }],
])('a failure is a problem with a code', async (reply, problem) => {
  serverAnswers(reply)
  const failure = await answer(desk.GET('/api/today')).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(FairviewProblem)
  expect(failure).toMatchObject(problem)
})
