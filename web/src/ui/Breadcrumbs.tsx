import { createLink, type LinkComponent } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  /** Where in the rail it begins. */
  place: 'candidates' | 'pools' | 'lots' | 'interviews' | 'reports' | 'messages'
  /** A `Crumb` for each page between that and this one. */
  children?: ReactNode
}

/** The way from the rail to this page, without the page itself, whose heading follows. */
export function Breadcrumbs({ place, children }: Props) {
  const { t } = useTranslation(['parts', 'ui'])
  return (
    <nav aria-label={t('parts:breadcrumbs')} className="mb-1 text-13 print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1">
        <Crumb to={`/${place}`}>{t(`ui:places.${place}`)}</Crumb>
        {children}
      </ol>
    </nav>
  )
}

function Step({ children, ...link }: ComponentProps<'a'>) {
  return (
    <li className="group flex min-w-0 items-center gap-1">
      <ChevronRight
        aria-hidden
        className="size-3.5 shrink-0 text-ink-3 group-first:hidden rtl:-scale-x-100"
      />
      <a
        {...link}
        className="min-w-0 rounded-mark py-0.5 wrap-break-word text-ink-2 hover:text-ink hover:underline hover:underline-offset-3"
      >
        {children}
      </a>
    </li>
  )
}

const RouterStep = createLink(Step)

/** A page above this one. */
export const Crumb: LinkComponent<typeof Step> = (props) => <RouterStep {...props} />
