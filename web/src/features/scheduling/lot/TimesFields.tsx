import { useTranslation } from 'react-i18next'

import { formatMinutes } from '@/lib/locale'
import { wallTimeOf } from '@/lib/walltime'
import { DateInput } from '@/ui/DateInput'
import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { TimeInput } from '@/ui/TimeInput'
import { ZoneCombobox } from '@/ui/ZoneCombobox'

import type { LotDraft } from './draft'

export const PATTERN_FIELDS = ['date', 'time', 'until', 'zone', 'minutes', 'break_minutes'] as const
export type PatternField = (typeof PATTERN_FIELDS)[number]

const LENGTHS = [15, 20, 30, 45, 60, 75, 90, 120]
const BREAKS = [0, 5, 10, 15, 20, 30, 45, 60]

type Props = {
  draft: LotDraft
  error: (field: PatternField) => string | undefined
  onChange: (part: Partial<LotDraft>) => void
}

/** The first talk, how the others follow it, and when a day is over. */
export function TimesFields({ draft, error, onChange }: Props) {
  const { t } = useTranslation('lot_schedule')
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
      <Field label={t('time')} hint={t('time_hint')} error={error('time')}>
        {(ids) => (
          <TimeInput
            {...ids}
            step={300}
            value={draft.time}
            onChange={(e) => onChange({ time: e.target.value, fold: null })}
          />
        )}
      </Field>
      <Field label={t('until')} hint={t('until_hint')} error={error('until')}>
        {(ids) => (
          <TimeInput
            {...ids}
            step={300}
            value={draft.until ?? ''}
            onChange={(e) => onChange({ until: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('minutes')} error={error('minutes')}>
        {(ids) => (
          <Select
            {...ids}
            value={String(draft.minutes)}
            onChange={(e) => onChange({ minutes: Number(e.target.value) })}
            options={LENGTHS.map(asOption)}
          />
        )}
      </Field>
      <Field label={t('break_minutes')} error={error('break_minutes')}>
        {(ids) => (
          <Select
            {...ids}
            value={String(draft.break_minutes)}
            onChange={(e) => onChange({ break_minutes: Number(e.target.value) })}
            options={BREAKS.map((minutes) =>
              minutes ? asOption(minutes) : { value: '0', label: t('no_break') },
            )}
          />
        )}
      </Field>
      <label className="flex min-h-9 cursor-pointer items-center gap-3 sm:col-span-2">
        <input
          type="checkbox"
          checked={draft.weekdays_only}
          onChange={(e) => onChange({ weekdays_only: e.target.checked })}
          className="size-4 shrink-0 accent-accent"
        />
        {t('weekdays_only')}
      </label>
    </div>
  )
}

const asOption = (minutes: number) => ({ value: String(minutes), label: formatMinutes(minutes) })
