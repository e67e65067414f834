import { createBrowserHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { show } from '@/testing/page'

import { LeaveGuard } from './LeaveGuard'

function Page() {
  const [begun, setBegun] = useState(false)
  return (
    <>
      <LeaveGuard when={begun} title="Leave it?" text="It waits." leaveLabel="Leave" stayLabel="Stay" />
      <button onClick={() => setBegun(true)}>Begin</button>
    </>
  )
}

async function showPage() {
  vi.stubGlobal('scrollTo', () => {})
  const root = createRootRoute({ component: Page, notFoundComponent: () => null })
  const router = createRouter({ routeTree: root, history: createBrowserHistory() })
  await show(<RouterProvider router={router as never} />)
  await screen.findByRole('button', { name: 'Begin' })
  return router
}

const loadsAnew = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

test('where something is begun the page is not left, and the tab not loaded anew, without asking', async () => {
  const router = await showPage()
  expect(loadsAnew()).toBe(true)
  await userEvent.click(screen.getByRole('button', { name: 'Begin' }))
  expect(loadsAnew()).toBe(false)
  void router.navigate({ to: '/elsewhere' as never })
  await userEvent.click(await screen.findByRole('button', { name: 'Stay' }))
  expect(location.pathname).toBe('/')
  void router.navigate({ to: '/elsewhere' as never })
  await userEvent.click(await screen.findByRole('button', { name: 'Leave' }))
  await vi.waitFor(() => expect(location.pathname).toBe('/elsewhere'))
})

test('whoever is signed out is not asked', async () => {
  const router = await showPage()
  await userEvent.click(screen.getByRole('button', { name: 'Begin' }))
  await router.navigate({ to: '/sign-in' })
  expect(location.pathname).toBe('/sign-in')
})
