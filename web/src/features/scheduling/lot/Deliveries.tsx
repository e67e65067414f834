import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Link } from '@/ui/Link'
import { Meter } from '@/ui/Meter'

import type { LotInterviews } from './queries'

const STATES = ['sent', 'queued', 'outbox', 'failed', 'not_invited'] as const

/** How many letters went out, and where the others are. */
export function Deliveries({ lot }: { lot: LotInterviews }) {
  const { t } = useTranslation('lot_schedule')
  const onItsWay = lot.sent + lot.queued + lot.failed > 0
  const text = t('meter', { done: formatNumber(lot.sent), all: formatNumber(lot.planned) })
  return (
    <section aria-label={t('deliveries')} className="grid gap-3">
      {onItsWay && <Meter label={t('deliveries')} value={lot.sent} max={lot.planned} text={text} />}
      <ul aria-live="polite" className="flex flex-wrap gap-x-6 gap-y-1">
        {STATES.filter((state) => lot[state] > 0).map((state) => (
          <li key={state} className={state === 'failed' ? 'text-grave' : undefined}>
            <strong className="font-semibold">{formatNumber(lot[state])}</strong>{' '}
            {t(`delivery.${state}`, { count: lot[state] })}
          </li>
        ))}
      </ul>
      {lot.outbox > 0 && (
        <p className="text-ink-2">
          {t('outbox_text')} <Link to="/messages">{t('to_messages')}</Link>
        </p>
      )}
    </section>
  )
}
