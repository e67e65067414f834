import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { useFormProblem } from '@/ui/useFormProblem'
import { ZoneCombobox } from '@/ui/ZoneCombobox'

import { ColumnList } from './ColumnList'
import { DiscardButton } from './DiscardButton'
import { mappingOf, nameProblems } from './mapping'
import { type Import, useMapColumns } from './queries'
import { useFileForm } from './words'

/** What each column is about, as it was guessed, to be corrected. */
export function ColumnsStep({ run, onMapped }: { run: Import; onMapped: () => void }) {
  const { t } = useTranslation('pools')
  const me = useMe()
  const map = useMapColumns(run.id)
  const problem = useFormProblem(map.error, ['zone'], { unknown_zone: 'zone' })
  const [mapping, setMapping] = useState(() => mappingOf(run.columns))
  const [named, setNamed] = useState(run.header > 0)
  const [zone, setZone] = useState(run.zone || me.organisation.zone)
  const [tried, setTried] = useState(false)
  const problems = nameProblems(run.columns, mapping)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (problems.some(Boolean)) return
    map.mutate({ ...mapping, header: named ? run.header || 1 : 0, zone }, { onSuccess: onMapped })
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
        mapping={mapping}
        problems={tried ? problems : []}
        onChange={setMapping}
      />
      {problem.general && (
        <p role="alert" className="max-w-prose text-grave">
          {problem.general}
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
