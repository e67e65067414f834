import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { peopleQuery, useMe } from '@/features/accounts/queries'
import { wallTimeOf } from '@/lib/walltime'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { CheckList } from '@/ui/CheckList'
import { DateInput } from '@/ui/DateInput'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { TimeInput } from '@/ui/TimeInput'

import { readWallTime } from '../planning'
import { TimePreview } from '../TimePreview'

import type { PlanClock } from './PlanRow'
import type { PlannedRow } from './queries'

type Props = {
  row: PlannedRow
  plan: PlanClock
  onSave: (row: PlannedRow) => void
  onClose: () => void
}

/** Another time or another panel for one talk of the plan. */
export function RowDialog({ row, plan, onSave, onClose }: Props) {
  const { t } = useTranslation('lot_schedule')
  const me = useMe()
  const people = useQuery(peopleQuery)
  const [draft, setDraft] = useState(row)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<PlannedRow>) => setDraft({ ...draft, ...part })
  const wall = { date: draft.date, time: draft.time, fold: draft.fold, zone: plan.zone }
  const reading = readWallTime(wall)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reading.kind !== 'fine' || draft.interviewers.length === 0) return
    onSave({ ...draft, starts_at: reading.at.toISOString(), problems: [] })
    onClose()
  }
  return (
    <Dialog title={row.candidate.name} open onOpenChange={(open) => !open && onClose()}>
      <form noValidate onSubmit={submit} className="grid gap-5">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label={t('day')}>
            {(ids) => (
              <DateInput
                {...ids}
                min={wallTimeOf(new Date(), plan.zone).date}
                value={draft.date}
                onChange={(e) => change({ date: e.target.value, fold: null })}
              />
            )}
          </Field>
          <Field label={t('clock')}>
            {(ids) => (
              <TimeInput
                {...ids}
                step={300}
                value={draft.time}
                onChange={(e) => change({ time: e.target.value, fold: null })}
              />
            )}
          </Field>
        </div>
        <TimePreview
          wall={wall}
          candidate={row.candidate}
          ownZone={me.zone}
          onTime={(time) => change({ time, fold: null })}
          onFold={(fold) => change({ fold })}
        />
        <Answer query={people}>
          {(people) => (
            <CheckList
              label={t('interviewers')}
              error={tried && draft.interviewers.length === 0 ? t('missing.interviewer_ids') : undefined}
              values={draft.interviewers.map(({ id }) => id)}
              onChange={(ids) => change({ interviewers: people.filter(({ id }) => ids.includes(id)) })}
              options={people.map(({ id, name, email }) => ({ value: id, label: name, detail: email }))}
            />
          )}
        </Answer>
        <Button type="submit" tone="main" className="justify-self-start">
          {t('keep')}
        </Button>
      </form>
    </Dialog>
  )
}
