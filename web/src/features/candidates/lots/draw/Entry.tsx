import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Link } from '@/ui/Link'

import { lotsQuery, type Pool, type Preview } from '../queries'
import { filterWords } from '../words'
import { type Draft, type Filter, shareOf, sizeOf } from './draft'

type Props = { pool: Pool; filter: Filter; draft: Draft; preview: UseQueryResult<Preview> }

/** Who takes part, what commits to it, and what was drawn from it before. */
export function Entry({ pool, filter, draft, preview }: Props) {
  const { t } = useTranslation('lots')
  return (
    <aside
      aria-label={t('entry')}
      className="grid min-w-0 content-start gap-5 text-13 text-ink-2 lg:border-s lg:border-line lg:ps-6"
    >
      {preview.isEnabled ? (
        <Answer query={preview}>
          {(preview) => (
            <>
              <div>
                <p className="text-20 font-semibold text-ink">{formatNumber(preview.members)}</p>
                <p>{t('take_part', { count: preview.members, pool: pool.name })}</p>
                {draft.way !== 'hand' && <FilterWords pool={pool} filter={filter} />}
              </div>
              {draft.way === 'lot' && draft.kind === 'stratified' && (
                <Groups draft={draft} preview={preview} />
              )}
              {draft.way === 'lot' && <Commitment hash={preview.pool_hash} />}
              {preview.lots > 0 && <Earlier pool={pool} />}
            </>
          )}
        </Answer>
      ) : (
        <p>{t('choose_column_first')}</p>
      )}
    </aside>
  )
}

function FilterWords({ pool, filter }: { pool: Pool; filter: Filter }) {
  const { t } = useTranslation('lots')
  const words = filterWords(filter, t)
  if (!words.length) return null
  return (
    <p className="mt-1">
      {words.join(' ')}{' '}
      <Link to="/pools/$id/draw" params={{ id: pool.id }} search={{}}>
        {t('everyone')}
      </Link>
    </p>
  )
}

function Groups({ draft, preview }: { draft: Draft; preview: Preview }) {
  const { t } = useTranslation('lots')
  const size = Math.min(sizeOf(draft), preview.members)
  const more = preview.group_count - preview.groups.length
  return (
    <table className="w-full text-start">
      <caption className="sr-only">{t('shares')}</caption>
      <thead>
        <tr className="border-b border-line-2">
          <th scope="col" className="py-1 font-medium wrap-anywhere">
            {draft.field}
          </th>
          <th scope="col" className="py-1 ps-3 text-end font-medium">
            {t('people')}
          </th>
          <th scope="col" className="py-1 ps-3 text-end font-medium">
            {t('places')}
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.groups.map(({ value, members }) => (
          <tr key={value} className="border-b border-line">
            <td className="py-1 wrap-anywhere text-ink">{value || t('no_value')}</td>
            <td className="py-1 ps-3 text-end">{formatNumber(members)}</td>
            <td className="py-1 ps-3 text-end whitespace-nowrap">
              {size > 0 && placesWords(shareOf(members, preview.members, size))}
            </td>
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={3} className="py-1">
              {t('more_values', { count: more, number: formatNumber(more) })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

const placesWords = ([least, most]: [number, number]) =>
  least === most ? formatNumber(least) : `${formatNumber(least)}–${formatNumber(most)}`

function Commitment({ hash }: { hash: string }) {
  const { t } = useTranslation('lots')
  return (
    <div>
      <p className="font-medium text-ink">{t('pool_hash')}</p>
      <p className="font-mono text-12 wrap-anywhere">{hash}</p>
      <p className="mt-1">{t('commit_hint')}</p>
    </div>
  )
}

/** Drawing again is seen: here, before it is done. */
function Earlier({ pool }: { pool: Pool }) {
  const { t } = useTranslation('lots')
  const lots = useQuery(lotsQuery(pool.id)).data
  if (!lots) return null
  return (
    <div>
      <p className="font-medium text-ink">
        {t('earlier', { count: lots.total, number: formatNumber(lots.total) })}
      </p>
      <ul>
        {lots.items.slice(0, 5).map((lot) => (
          <li key={lot.id}>
            <Link to="/lots/$id" params={{ id: lot.id }}>
              {lot.name}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-1">{t('earlier_hint')}</p>
    </div>
  )
}
