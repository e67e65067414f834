import { lazyRouteComponent } from '@tanstack/react-router'

import { loadWords } from '@/lib/i18n'

import { loadToaster } from './News'

/** A page that is fetched when it is first visited or about to be, with the words that it says: namespaces of the
 *  catalogue, beside those in the bundle, the sentences for every error and the words of the parts. A test holds them
 *  against what the page's parts ask for. */
export function page<Module extends Record<string, unknown>>(
  load: () => Promise<Module>,
  name: keyof Module & string,
  words: readonly string[] = [],
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadWords(['errors', 'parts', ...words]), loadToaster()])
    return module
  }, name)
}
