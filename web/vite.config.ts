import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

import { compressed } from './compressed.ts'

const backend = `http://localhost:${process.env.PORT ?? '4000'}`

export default defineConfig({
  plugins: [react(), tailwindcss(), compressed()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
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
