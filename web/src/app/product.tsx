import '@/ui/theme.css'

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { createQueryClient } from './queryClient'
import { createAppRouter, joinPage } from './router'

/** Every page of the product, beginning with the one whose address it is. */
export function showProduct(draw: (page: ReactNode) => void): void {
  const queryClient = createQueryClient(() => void router.invalidate())
  const router = createAppRouter(queryClient)

  // The page's own files are fetched while the server is asked who is signed in.
  const [matched] = router.getMatchedRoutes(location.pathname)
  for (const route of matched) void router.loadRouteChunk(route)

  draw(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}

/** What comes after an invitation, while it is still read. */
export const fetchNextPage = () => joinPage.preload?.()
