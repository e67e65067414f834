import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { IconButton } from '@/ui/IconButton'
import { Select } from '@/ui/Select'
import { ArrowDownUp } from 'lucide-react'

import { SearchBox } from '../SearchBox'
import { type Pool, valuesQuery } from './queries'
import type { MemberFilter } from './selection'

type Props = { pool: Pool; filter: MemberFilter; onChange: (filter: MemberFilter) => void }
type BarProps = Props & { children?: ReactNode }

const ANY = 'any'
const EMPTY = 'empty'
/** Before a value of the file, so that none of them can be taken for one of ours. */
const IS = 'is:'

export function FilterBar({ pool, filter, onChange, children }: BarProps) {
  const { t } = useTranslation('pools')
  const search = useCallback((text: string) => onChange({ ...filter, search: text }), [filter, onChange])
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-full desk:w-72">
        <SearchBox label={t('search')} value={filter.search} onChange={search} />
      </div>
      {pool.columns.length > 0 && (
        <ColumnFilter key={filter.column} pool={pool} filter={filter} onChange={onChange} />
      )}
      <OrderField pool={pool} filter={filter} onChange={onChange} />
      {children}
    </div>
  )
}

/** First the column, then what stands in it; the list changes once both are said. */
function ColumnFilter({ pool, filter, onChange }: Props) {
  const { t } = useTranslation('pools')
  const [column, setColumn] = useState(filter.column)
  const values = useQuery(valuesQuery(pool.id, column))
  const known = new Set([
    ...(filter.column === column && filter.value ? [filter.value] : []),
    ...(values.data ?? []),
  ])
  const chosen = filter.column !== column ? ANY : filter.value ? IS + filter.value : EMPTY
  const choose = (value: string) => {
    if (value === ANY) onChange({ ...filter, column: '', value: '' })
    else onChange({ ...filter, column, value: value === EMPTY ? '' : value.slice(IS.length) })
  }
  const chooseColumn = (next: string) => {
    setColumn(next)
    if (filter.column) onChange({ ...filter, column: '', value: '' })
  }
  return (
    <>
      <div className="min-w-0 flex-1 desk:max-w-44">
        <Select
          aria-label={t('filter_by')}
          value={column}
          onChange={(event) => chooseColumn(event.target.value)}
          options={[
            { value: '', label: t('any_column') },
            ...pool.columns.map((name) => ({ value: name, label: name })),
          ]}
        />
      </div>
      {column && (
        <div className="min-w-0 flex-1 desk:max-w-44">
          <Select
            aria-label={t('value_of', { column })}
            value={chosen}
            onChange={(event) => choose(event.target.value)}
            options={[
              { value: ANY, label: t('any_value') },
              ...[...known].map((value) => ({ value: IS + value, label: value })),
              { value: EMPTY, label: t('no_value') },
            ]}
          />
        </div>
      )}
    </>
  )
}

function OrderField({ pool, filter, onChange }: Props) {
  const { t } = useTranslation('pools')
  const backwards = filter.order.startsWith('-')
  const by = backwards ? filter.order.slice(1) : filter.order
  const order = (next: string, turned: boolean) => onChange({ ...filter, order: turned ? `-${next}` : next })
  return (
    <div className="flex w-full min-w-0 items-center gap-1 desk:ms-auto desk:w-56">
      <div className="min-w-0 flex-1">
        <Select
          aria-label={t('order_by')}
          value={by}
          onChange={(event) => order(event.target.value, backwards)}
          options={[
            { value: 'name', label: t('by_name') },
            { value: 'email', label: t('by_email') },
            { value: 'added', label: t('by_added') },
            ...pool.columns.map((name) => ({
              value: `value:${name}`,
              label: t('by_column', { column: name }),
            })),
          ]}
        />
      </div>
      <IconButton
        label={t('turn_round')}
        icon={<ArrowDownUp />}
        pressed={backwards}
        onClick={() => order(by, !backwards)}
      />
    </div>
  )
}
