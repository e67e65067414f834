import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'

import { Button } from './Button'

type Props = { page: number; pages: number; onPage: (page: number) => void }

/** Nothing where everything fits on one page. */
export function Pager({ page, pages, onPage }: Props) {
  const { t } = useTranslation('ui')
  if (pages <= 1) return null
  return (
    <nav aria-label={t('pages')} className="mt-4 flex items-center justify-end gap-2">
      <span className="me-2 text-13 text-ink-2">
        {t('page_of', { page: formatNumber(page), pages: formatNumber(pages) })}
      </span>
      <Button
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
        icon={<ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />}
      >
        {t('previous_page')}
      </Button>
      <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('next_page')}
        <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
      </Button>
    </nav>
  )
}
