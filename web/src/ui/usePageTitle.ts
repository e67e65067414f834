import { useEffect } from 'react'

/** The tab's title while the page is open; empty while its subject is not known yet. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Fairview` : 'Fairview'
  }, [title])
}
