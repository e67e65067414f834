import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { useFormProblem } from '@/ui/useFormProblem'
import { Select } from '@/ui/Select'
import { ZoneCombobox } from '@/ui/ZoneCombobox'

import { DiscardButton } from './DiscardButton'
import { type Column, type Import, type Role, useMapColumns } from './queries'
import { useFileForm } from './words'

const ROLES: readonly Role[] = [
  'email',
  'name',
  'first_name',
  'last_name',
  'phone',
  'zone',
  'note',
  'extra',
  'skip',
]

/** What each column is about, as it was guessed, to be corrected. */
export function ColumnsStep({ run, onMapped }: { run: Import; onMapped: () => void }) {
  const { t } = useTranslation('pools')
  const me = useMe()
  const map = useMapColumns(run.id)
  const problem = useFormProblem(map.error, ['roles', 'zone'], { unknown_zone: 'zone' })
  const [roles, setRoles] = useState(run.columns.map(({ role }) => role))
  const [named, setNamed] = useState(run.header > 0)
  const [zone, setZone] = useState(run.zone || me.organisation.zone)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    map.mutate({ roles, header: named ? run.header || 1 : 0, zone }, { onSuccess: onMapped })
  }
  const form = useFileForm(run)
  const rows = t('rows_so_far', { count: run.rows, done: formatNumber(run.rows) })
  return (
    <form noValidate onSubmit={submit} className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-6">
      <div>
        <h2 className="text-17 font-semibold wrap-anywhere">{t('columns_title', { file: run.file_name })}</h2>
        <p className="text-ink-2">
          {rows}. {form}
        </p>
      </div>
      <ColumnList
        columns={run.columns}
        roles={roles}
        onRole={(at, role) => setRoles(roles.map((one, place) => (place === at ? role : one)))}
      />
      {(problem.at('roles') ?? problem.general) && (
        <p role="alert" className="max-w-prose text-grave">
          {problem.at('roles') ?? problem.general}
        </p>
      )}
      <label className="flex items-start gap-3">
        <input
          type="checkbox"
          checked={named}
          onChange={(event) => setNamed(event.target.checked)}
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <span>{t('header_row', { row: formatNumber(run.header || 1) })}</span>
      </label>
      <Field
        label={t('default_zone')}
        hint={t('default_zone_hint')}
        error={problem.at('zone')}
        className="max-w-md"
      >
        {(ids) => <ZoneCombobox {...ids} value={zone} onChange={setZone} />}
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <DiscardButton run={run} />
        <Button type="submit" tone="main" busy={map.isPending}>
          {t('look_over')}
        </Button>
      </div>
    </form>
  )
}

type ListProps = {
  columns: readonly Column[]
  roles: readonly Role[]
  onRole: (at: number, role: Role) => void
}

function ColumnList({ columns, roles, onRole }: ListProps) {
  const { t } = useTranslation('pools')
  const options = ROLES.map((role) => ({ value: role, label: t(`role_${role}`) }))
  return (
    <ul className="border-t border-line">
      {columns.map((column, at) => (
        <li
          key={column.title}
          className="grid items-center gap-x-6 gap-y-2 border-b border-line py-3 sm:grid-cols-[1fr_16rem]"
        >
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{column.title}</p>
            <p className="truncate text-13 text-ink-2">
              {column.samples.length ? column.samples.join(' · ') : t('nothing_in_it')}
            </p>
          </div>
          <Select
            aria-label={t('what_is', { column: column.title })}
            value={roles[at]}
            onChange={(event) => onRole(at, event.target.value as Role)}
            options={options}
          />
        </li>
      ))}
    </ul>
  )
}
