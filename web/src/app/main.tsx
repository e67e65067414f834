import './fonts.css'
import '@/ui/theme.css'

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { preferredLanguage, startLanguage } from './i18n'
import { shareNonce } from './nonce'
import { createQueryClient } from './queryClient'
import { createAppRouter } from './router'
import { applyTheme } from './theme'

shareNonce()
applyTheme()
await startLanguage(preferredLanguage())

const queryClient = createQueryClient(() => void router.invalidate())
const router = createAppRouter(queryClient)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
