import { useTranslation } from 'react-i18next'

import { Fact, Facts } from '@/ui/Facts'
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

/** On a narrow page each person has a card. */
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
            <Facts>
              {facts.map((column) => (
                <Fact key={column.key} name={column.title}>
                  {column.cell(row)}
                </Fact>
              ))}
            </Facts>
          </li>
        ))}
      </ul>
    </>
  )
}
