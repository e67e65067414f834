import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatDate, formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'

import { type Call, callsQuery, type Lot } from '../queries'
import { groupField } from '../words'
import { Chapter } from './Chapter'

/** Who came instead of whom, and why, as it happened. */
export function CalledUp({ lot, number }: { lot: Lot; number: number }) {
  const { t } = useTranslation('lots')
  const calls = useQuery(callsQuery(lot.id))
  return (
    <Chapter
      number={number}
      title={t('came_in', { count: lot.replaced, number: formatNumber(lot.replaced) })}
      {...(lot.replaced > 0 && { proof: <p>{t('came_in_proof')}</p> })}
    >
      {lot.replaced === 0 ? (
        <p>{t('came_in_none')}</p>
      ) : (
        <Answer query={calls}>
          {(calls) => (
            <ol className="grid gap-3">
              {calls.map((call) => (
                <CallLine key={call.left.rank} call={call} field={groupField(lot)} />
              ))}
            </ol>
          )}
        </Answer>
      )}
    </Chapter>
  )
}

function CallLine({
  call: { left, called, reason, at, by, same_group },
  field,
}: {
  call: Call
  field: string
}) {
  const { t } = useTranslation('lots')
  const { zone } = useMe()
  return (
    <li className="border-s-2 border-accent ps-3">
      <p>
        {t('came_instead_of', {
          called: called.name || t('erased'),
          called_rank: called.rank,
          left: left.name || t('erased'),
          left_rank: left.rank,
        })}{' '}
        {same_group === false && t('other_group', { field })}
      </p>
      <p className="text-13 text-ink-2">
        “{reason}” · {by} · <time dateTime={at}>{formatDate(at, zone, 'moment')}</time>
      </p>
    </li>
  )
}
