import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'

import { FairviewProblem } from '@/api/problem'
import { showRouted } from '@/testing/page'

import { Failure } from './Failure'

test('what may pass is asked again', async () => {
  const retry = vi.fn()
  await showRouted(<Failure problem={new FairviewProblem({ code: 'offline' })} retry={retry} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalledOnce()
})

test('what a role may not do says who may, and leads back instead of asking again', async () => {
  const problem = new FairviewProblem({ code: 'forbidden', status: 403, params: { roles: 'owner admin' } })
  await showRouted(<Failure problem={problem} retry={vi.fn()} />)
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain(
    'Your role does not allow this. It is open to owners and admins: ask one of them.',
  )
  expect(screen.getByRole('link', { name: 'Go to today' })).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})

test('what is not there for the reader is not asked again either', async () => {
  await showRouted(
    <Failure problem={new FairviewProblem({ code: 'not_found', status: 404 })} retry={vi.fn()} />,
  )
  expect(await screen.findByRole('link', { name: 'Go to today' })).toBeDefined()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a page that was open for too long is no refusal', async () => {
  const problem = new FairviewProblem({ code: 'csrf_failed', status: 403 })
  await showRouted(<Failure problem={problem} retry={vi.fn()} />)
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined()
})
