import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'
import { useFormProblem } from '@/ui/useFormProblem'

import { readWallTime } from '../planning'
import { TimePreview } from '../TimePreview'

import { isReady, type LotDraft, missingOf } from './draft'
import { PanelFields } from './PanelFields'
import { PATTERN_FIELDS, type PatternField, TimesFields } from './TimesFields'

type Props = {
  draft: LotDraft
  onChange: (draft: LotDraft) => void
  busy: boolean
  problem: unknown
  onSubmit: () => void
}

const FIELDS = [...PATTERN_FIELDS, 'title', 'interviewer_ids'] as const
const HOMES = { panel_unknown: 'interviewer_ids', unknown_zone: 'zone', window_too_short: 'until' } as const

/** When the first talk is, how the others follow, and who asks. Nothing is planned by it. */
export function PatternForm({ draft, onChange, busy, problem, onSubmit }: Props) {
  const { t } = useTranslation('lot_schedule')
  const me = useMe()
  const refused = useFormProblem(problem, FIELDS, HOMES)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<LotDraft>) => onChange({ ...draft, ...part })
  const missing = missingOf(draft)
  const error = (field: PatternField | 'title' | 'interviewer_ids') =>
    tried && field in missing && missing[field as keyof typeof missing]
      ? t(`missing.${field as keyof typeof missing}`)
      : refused.at(field)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (isReady(draft)) onSubmit()
  }
  return (
    <form noValidate onSubmit={submit} className="grid max-w-2xl gap-5">
      <Field label={t('title_of')} hint={t('title_hint')} error={error('title')}>
        {(ids) => (
          <TextInput {...ids} value={draft.title} onChange={(e) => change({ title: e.target.value })} />
        )}
      </Field>
      <TimesFields draft={draft} error={error} onChange={change} />
      {readWallTime(draft).kind !== 'incomplete' && (
        <TimePreview
          wall={draft}
          candidate={undefined}
          ownZone={me.zone}
          onTime={(time) => change({ time, fold: null })}
          onFold={(fold) => change({ fold })}
        />
      )}
      <PanelFields draft={draft} error={error('interviewer_ids')} onChange={change} />
      {refused.general && (
        <p role="alert" className="text-grave">
          {refused.general}
        </p>
      )}
      <Button type="submit" tone="main" busy={busy} className="justify-self-start">
        {t('propose')}
      </Button>
    </form>
  )
}
