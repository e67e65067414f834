import type { Plugin } from 'vite'

const ADDRESS = /^\/gallery(?=[/?]|$)/

/** The gallery of parts: at `/gallery` while developing, and built by `--mode gallery` for its tests. The product's
 *  own build holds nothing of it. */
export function gallery(): Plugin {
  return {
    name: 'gallery',
    config: (_, { mode }) =>
      mode === 'gallery'
        ? {
            build: {
              outDir: '../.make/gallery',
              emptyOutDir: true,
              rolldownOptions: { input: 'gallery.html' },
            },
          }
        : undefined,
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _, next) => {
        if (ADDRESS.test(request.url ?? '')) request.url = '/gallery.html'
        next()
      })
    },
  }
}
