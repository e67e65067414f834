import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import type { Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'

import { compressed } from './compressed.ts'
import { neededBy } from './firstPage.ts'
import { gallery } from './gallery.ts'

const resolved = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const backend = `http://localhost:${process.env.PORT ?? '4000'}`

const ofFirstPage = neededBy(resolved('src/app/invitation.tsx'))

/** Each file costs a slow network a turn. What a candidate's first page needs is two: libraries, which outlive our
 *  changes, and ours. The rest of what the desk begins with is two more, and what many of its pages need a third. */
const groups: Rolldown.CodeSplittingGroup[] = [
  {
    debugName: 'libraries',
    name: (module, context) => (ofFirstPage(module, context) ? 'first_libraries' : 'libraries'),
    test: /node_modules/,
    tags: ['$initial'],
    priority: 2,
  },
  {
    debugName: 'ours',
    name: (module, context) => (ofFirstPage(module, context) ? 'first' : 'product'),
    test: /src\/(?!app\/(main|invitation)|gallery\/main)/,
    tags: ['$initial'],
    priority: 1,
  },
  {
    name: 'parts',
    test: /src\/(ui|lib|app)\/|radix-ui|@floating-ui|lucide-react|@tanstack/,
    minShareCount: 4,
  },
]

export default defineConfig({
  plugins: [react(), tailwindcss(), compressed(), gallery()],
  resolve: { alias: { '@': resolved('src') } },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    cssTarget: ['chrome111', 'firefox128', 'safari16.4'], // as Tailwind 4 itself
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    manifest: true,
    rolldownOptions: {
      input: { index: 'index.html', invitation: 'invitation.html' },
      output: { codeSplitting: { groups } },
      checks: { bundlerTimings: false }, // packing takes its time, and that is no warning
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/_allauth', '/models', '/live', '/enclosure.html'].map((path) => [
        path,
        { target: backend, ws: path === '/live' },
      ]),
    ),
  },
  test: { environment: 'jsdom', setupFiles: ['src/testing/setup.ts'], restoreMocks: true },
})
