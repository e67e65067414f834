import { useTranslation } from 'react-i18next'

import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'

import type { Column } from './columns'
import type { Compared } from './comparison'
import type { Sorting } from './sorting'

type Props = {
  columns: readonly [Column, ...Column[]]
  rows: readonly Compared[]
  sorting: Sorting
  onSort: (column: Column) => void
}

/** On a narrow page each person has a card with what is known of them. */
export function CompareCards({ columns, rows, sorting, onSort }: Props) {
  const { t } = useTranslation('comparison')
  const [name, ...facts] = columns
  const choose = (key: string) => {
    const column = columns.find((one) => one.key === key)
    if (column) onSort(column)
  }
  return (
    <>
      <Field label={t('sorted_by')} className="mb-4">
        {(ids) => (
          <Select
            {...ids}
            value={sorting.by}
            options={columns.map(({ key, title }) => ({ value: key, label: title }))}
            onChange={(event) => choose(event.target.value)}
          />
        )}
      </Field>
      <ul className="grid gap-6">
        {rows.map((row) => (
          <li key={row.id}>
            <h2 className="mb-1.5 font-semibold">{name.cell(row)}</h2>
            <dl className="grid grid-cols-[minmax(0,--spacing(30))_minmax(0,1fr)] gap-x-3 gap-y-1 border-t border-line pt-2">
              {facts
                .filter((column) => column.key === 'decision' || column.value(row) !== null)
                .map((column) => (
                  <div key={column.key} className="contents">
                    <dt className="text-13 leading-6 text-ink-2">{column.title}</dt>
                    <dd className="wrap-break-word">{column.cell(row)}</dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
