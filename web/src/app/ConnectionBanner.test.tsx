import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'

import { FairviewProblem } from '@/api/problem'
import { show } from '@/testing/page'

import { ConnectionBanner } from './ConnectionBanner'

/** A part of a page that asks the server for something. */
function Asking({ answers }: { answers: (() => string)[] }) {
  const { data } = useQuery({ queryKey: ['any'], queryFn: () => answers.shift()?.() ?? 'nothing' })
  return <p>{data}</p>
}

const fails = (status: number) => () => {
  throw new FairviewProblem({ code: status ? 'not_found' : 'offline', status })
}

function page(...answers: (() => string)[]) {
  return (
    <>
      <ConnectionBanner />
      <Asking answers={answers} />
    </>
  )
}

test('it says that the server cannot be reached until it answers again', async () => {
  await show(page(fails(0), () => 'the answer'))
  await screen.findByText(/cannot be reached/)
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('the answer')
  await waitFor(() => expect(screen.queryByText(/cannot be reached/)).toBeNull())
})

test('a server that says no has answered', async () => {
  await show(page(fails(404)))
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''))
})
