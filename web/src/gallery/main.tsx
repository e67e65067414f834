import '@/app/fonts.css'
import './gallery.css'

import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'

import { startLanguage } from '@/lib/i18n'
import { namespaces } from '@/lib/otherWords'

import { placeOf } from './address'
import { GalleryApp } from './GalleryApp'

await startLanguage('en', namespaces)
const place = placeOf(location)
const page = document.documentElement
page.dataset.theme = place.ground.theme
if (place.ground.contrast === 'more') page.dataset.contrast = 'more'
page.dir = place.ground.dir
if (place.part) document.title = `${place.part} · Gallery`

if (place.view === 'state') stayInFront()

// Links of parts lead nowhere here: a page of the product is not part of the gallery.
const root = createRootRoute({ component: () => <GalleryApp {...place} />, notFoundComponent: () => null })
const router = createRouter({ routeTree: root, history: createMemoryHistory() })
const element = document.getElementById('root')
if (!element) throw new Error('gallery.html has no #root')

createRoot(element).render(<RouterProvider router={router as never} />)

/** On a sheet several pages stand side by side, and each is shown as it is while people look at it. */
function stayInFront(): void {
  for (const left of ['blur', 'focusout'])
    addEventListener(
      left,
      (event) => event.isTrusted && !document.hasFocus() && event.stopImmediatePropagation(),
      true,
    )
}
