/** Pages in tests: the English catalogue, a fresh cache, and a server that answers from a table. */

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'

import { type Me, meQuery } from '@/features/accounts/queries'
import { startLanguage } from '@/lib/i18n'
import { namespaces } from '@/lib/otherWords'

/** What parts ask of a browser and jsdom does not have: it lays nothing out. */
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Element.prototype.scrollIntoView = () => {}
Element.prototype.scrollTo = () => {}
Element.prototype.hasPointerCapture = () => false

type Answers = Record<string, (body: unknown) => [status: number, body: unknown]>

const ADA: Me = {
  id: 'ada',
  name: 'Ada',
  email: 'ada@northwind.example',
  role: 'admin',
  organisation: {
    id: 'northwind',
    name: 'Northwind Hospital',
    zone: 'Europe/Berlin',
    locale: 'en',
    look: { accent: null, logo: null },
  },
  zone: 'Europe/Berlin',
  locale: null,
  may: [
    'people.read',
    'candidates.read',
    'candidates.write',
    'interviews.plan',
    'messages.send',
    'rooms.lead',
    'tokens.manage',
    'look.manage',
    'runners.read',
  ],
  others_may: {},
}

/** Answers by method and path (`POST /api/candidates`); returns what was asked, newest last. */
export function serve(answers: Answers) {
  const asked: { what: string; body: unknown }[] = []
  document.cookie = 'csrftoken=test'
  vi.stubGlobal('fetch', async (request: Request) => {
    const what = `${request.method} ${new URL(request.url).pathname}`
    const text = await request.text()
    const body: unknown = text ? JSON.parse(text) : undefined
    asked.push({ what, body })
    const [status, answer] = answers[what]?.(body) ?? [404, { code: 'not_found' }]
    return new Response(JSON.stringify(answer), { status })
  })
  return asked
}

/** Shows a part of a page to Ada, who is signed in; `unlike` says in what the reader is somebody else. */
export async function show(part: ReactNode, unlike: Partial<Me> = {}) {
  await startLanguage('en', namespaces)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(meQuery.queryKey, { ...ADA, ...unlike })
  return render(<QueryClientProvider client={client}>{part}</QueryClientProvider>)
}

/** As `show`, for a part that leads to other pages; returns the router, which knows where it led. */
export async function showRouted(part: ReactNode, unlike: Partial<Me> = {}) {
  vi.stubGlobal('scrollTo', () => {})
  const root = createRootRoute({ component: () => part, notFoundComponent: () => null })
  const router = createRouter({ routeTree: root, history: createMemoryHistory() })
  await show(<RouterProvider router={router as never} />, unlike)
  return router
}
