import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { peopleQuery, useMe } from '@/features/accounts/queries'
import { formatMinutes } from '@/lib/locale'
import { wallTimeOf } from '@/lib/walltime'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { CheckList } from '@/ui/CheckList'
import { DateInput } from '@/ui/DateInput'
import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { TextInput } from '@/ui/TextInput'
import { TimeInput } from '@/ui/TimeInput'
import { useFormProblem } from '@/ui/useFormProblem'
import { ZoneCombobox } from '@/ui/ZoneCombobox'

import type { Plan } from './interviews'
import { isOverlap, OverlapNotice } from './OverlapNotice'
import { readWallTime } from './planning'
import { TimePreview } from './TimePreview'

export type Draft = Omit<Plan, 'candidate_id'>

type Props = {
  draft: Draft
  candidate: { name: string; zone: string } | undefined
  /** Asks for the candidate, where that is not settled. */
  candidateField?: (missing: boolean) => ReactNode
  submitLabel: string
  busy: boolean
  problem: unknown
  onSubmit: (draft: Draft) => void
}

const LENGTHS = [15, 20, 30, 45, 60, 75, 90, 120]
const FIELDS = ['title', 'date', 'time', 'zone', 'minutes', 'interviewer_ids'] as const
const HOMES = { panel_unknown: 'interviewer_ids', unknown_zone: 'zone', already_planned: 'time' } as const

/** When, how long, about what and with whom. Nothing is sent before the times are clear. */
export function InterviewForm({
  candidate,
  candidateField,
  submitLabel,
  busy,
  problem,
  onSubmit,
  ...props
}: Props) {
  const { t } = useTranslation('scheduling')
  const me = useMe()
  const refused = useFormProblem(problem, FIELDS, HOMES)
  const [draft, setDraft] = useState(props.draft)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const reading = readWallTime(draft)
  const missing = {
    candidate: !candidate,
    title: !draft.title.trim(),
    date: !draft.date,
    time: !draft.time,
    interviewer_ids: draft.interviewer_ids.length === 0,
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (reading.kind === 'fine' && !Object.values(missing).includes(true)) onSubmit(draft)
  }
  const error = (field: (typeof FIELDS)[number]) =>
    tried && field in missing && missing[field as keyof typeof missing]
      ? t(`missing.${field}`)
      : refused.at(field)

  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      {candidateField?.(tried && missing.candidate)}
      <Field label={t('title_of')} hint={t('title_hint')} error={error('title')}>
        {(ids) => (
          <TextInput {...ids} value={draft.title} onChange={(e) => change({ title: e.target.value })} />
        )}
      </Field>
      <TimeFields draft={draft} error={error} onChange={change} />
      <TimePreview
        wall={draft}
        candidate={candidate}
        ownZone={me.zone}
        onTime={(time) => change({ time, fold: null })}
        onFold={(fold) => change({ fold })}
      />
      <PanelField draft={draft} error={error('interviewer_ids')} onChange={change} />
      {isOverlap(problem) ? (
        <OverlapNotice
          problem={problem}
          busy={busy}
          onAnyway={() => onSubmit({ ...draft, allow_overlap: true })}
        />
      ) : (
        refused.general && (
          <p role="alert" className="text-grave">
            {refused.general}
          </p>
        )
      )}
      <Button type="submit" tone="main" busy={busy} className="justify-self-start">
        {submitLabel}
      </Button>
    </form>
  )
}

type PartProps = { draft: Draft; onChange: (part: Partial<Draft>) => void }

function TimeFields({
  draft,
  error,
  onChange,
}: PartProps & { error: (field: 'date' | 'time' | 'zone' | 'minutes') => string | undefined }) {
  const { t } = useTranslation('scheduling')
  const lengths = LENGTHS.includes(draft.minutes)
    ? LENGTHS
    : [...LENGTHS, draft.minutes].sort((a, b) => a - b)
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label={t('date')} error={error('date')}>
        {(ids) => (
          <DateInput
            {...ids}
            min={wallTimeOf(new Date(), draft.zone).date}
            value={draft.date}
            onChange={(e) => onChange({ date: e.target.value, fold: null })}
          />
        )}
      </Field>
      <Field label={t('time')} error={error('time')}>
        {(ids) => (
          <TimeInput
            {...ids}
            step={300}
            value={draft.time}
            onChange={(e) => onChange({ time: e.target.value, fold: null })}
          />
        )}
      </Field>
      <Field label={t('zone')} hint={t('zone_hint')} error={error('zone')}>
        {(ids) => (
          <ZoneCombobox
            {...ids}
            day={draft.date}
            value={draft.zone}
            onChange={(zone) => onChange({ zone, fold: null })}
          />
        )}
      </Field>
      <Field label={t('minutes')} error={error('minutes')}>
        {(ids) => (
          <Select
            {...ids}
            value={String(draft.minutes)}
            onChange={(e) => onChange({ minutes: Number(e.target.value) })}
            options={lengths.map((minutes) => ({ value: String(minutes), label: formatMinutes(minutes) }))}
          />
        )}
      </Field>
    </div>
  )
}

function PanelField({ draft, error, onChange }: PartProps & { error: string | undefined }) {
  const { t } = useTranslation('scheduling')
  const { id: ownId } = useMe()
  const people = useQuery(peopleQuery)
  return (
    <Answer query={people}>
      {(people) => (
        <CheckList
          label={t('interviewers')}
          error={error}
          values={draft.interviewer_ids}
          onChange={(interviewer_ids) => onChange({ interviewer_ids })}
          options={people.map(({ id, name, email }) => ({
            value: id,
            label: id === ownId ? t('name_you', { name }) : name,
            detail: email,
          }))}
        />
      )}
    </Answer>
  )
}
