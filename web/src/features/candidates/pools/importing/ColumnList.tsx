import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { useProblemSentence } from '@/ui/problemSentence'
import { Select } from '@/ui/Select'
import { TextInput } from '@/ui/TextInput'

import type { Mapping } from './mapping'
import type { Column, Role } from './queries'

const ROLES: readonly Role[] = [
  'email',
  'name',
  'first_name',
  'last_name',
  'phone',
  'zone',
  'locale',
  'note',
  'extra',
  'skip',
]
/** As the server has it. */
const MOST_LETTERS = 80
const GRID = 'grid gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,1fr)_min(--spacing(48),30%)_min(--spacing(56),35%)]'

type Props = {
  columns: readonly Column[]
  mapping: Mapping
  problems: readonly unknown[]
  onChange: (mapping: Mapping) => void
}

/** Each column with what it holds, what it is, and what the pool calls it if it becomes one of the pool's. */
export function ColumnList({ columns, mapping, problems, onChange }: Props) {
  const { t } = useTranslation('pools')
  const { roles, names } = mapping
  return (
    <div>
      <div aria-hidden className={`${GRID} pb-2 text-13 font-medium text-ink-2 max-sm:hidden`}>
        <span>{t('column_in_file')}</span>
        <span>{t('column_is')}</span>
        <span>{t('column_in_pool')}</span>
      </div>
      <ul className="border-t border-line">
        {columns.map((column, at) => (
          <li key={column.title} className={`${GRID} items-start border-b border-line py-3`}>
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">{column.title}</p>
              <p className="truncate text-13 text-ink-2">
                {column.samples.length ? column.samples.join(' · ') : t('nothing_in_it')}
              </p>
            </div>
            <Select
              aria-label={t('what_is', { column: column.title })}
              value={roles[at]}
              onChange={(event) => onChange({ roles: roles.with(at, event.target.value as Role), names })}
              options={ROLES.map((role) => ({ value: role, label: t(`role_${role}`) }))}
            />
            {roles[at] === 'extra' && (
              <NameField
                column={column}
                name={names[at] ?? column.title}
                problem={problems[at]}
                onChange={(name) => onChange({ roles, names: names.with(at, name) })}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type NameProps = { column: Column; name: string; problem: unknown; onChange: (name: string) => void }

function NameField({ column, name, problem, onChange }: NameProps) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-13 font-medium text-ink-2 sm:sr-only">
        {t('name_in_pool', { column: column.title })}
      </label>
      <TextInput
        id={id}
        autoComplete="off"
        maxLength={MOST_LETTERS}
        value={name}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={problem !== undefined ? `${id}-error` : undefined}
      />
      {problem !== undefined && (
        <p id={`${id}-error`} className="mt-1 text-13 text-grave">
          {sentence(problem)}
        </p>
      )}
    </div>
  )
}
