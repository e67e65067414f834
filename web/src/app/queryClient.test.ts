import { expect, test, vi } from 'vitest'

import { FairviewProblem } from '@/api/problem'
import { meQuery } from '@/features/accounts/queries'

import { createQueryClient } from './queryClient'

const refused = () => Promise.reject(new FairviewProblem({ code: 'unauthenticated', status: 401 }))
const ask = (client: ReturnType<typeof createQueryClient>, queryKey: string[], queryFn = refused) =>
  client.query({ queryKey, queryFn }).catch(() => undefined)

test('a session that is over is noticed once, and who was signed in is forgotten', async () => {
  const onSignedOut = vi.fn()
  const client = createQueryClient(onSignedOut)
  client.setQueryData(['me'], { name: 'Ada' })
  await ask(client, ['interviews'])
  expect(onSignedOut).toHaveBeenCalledOnce()
  expect(client.getQueryData(meQuery.queryKey)).toBeUndefined()
})

test('asking who is signed in while nobody is leads nowhere', async () => {
  const onSignedOut = vi.fn()
  await ask(createQueryClient(onSignedOut), ['me'])
  expect(onSignedOut).not.toHaveBeenCalled()
})

test('a refusal is not asked again', async () => {
  const queryFn = vi.fn(refused)
  await ask(createQueryClient(vi.fn()), ['today'], queryFn)
  expect(queryFn).toHaveBeenCalledOnce()
})
