import { fileURLToPath } from 'node:url'

const product = fileURLToPath(new URL('../../../web/src', import.meta.url))

// The product's own code in a page of its own, so that the product's bundle has no bench in it.
export default {
  resolve: { alias: { '@': product } },
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0 },
}
