import { RadioGroup } from 'radix-ui'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'

import type { Rubric } from './draft'

const NOT_SEEN = 'not_seen'

type Props = {
  competency: Rubric['competencies'][number]
  /** 1 to 4, null for not seen, undefined while it is not answered. */
  value: number | null | undefined
  onChange: (rating: number | null) => void
}

/** Four steps, each of which the rubric says in a sentence, or that the talk did not show it. */
export function RatingField({ competency, value, onChange }: Props) {
  const { t } = useTranslation('scorecards')
  const shown = value === null ? NOT_SEEN : value === undefined ? '' : String(value)
  return (
    <>
      <RadioGroup.Root
        aria-label={t('rating_of', { competency: competency.title })}
        value={shown}
        onValueChange={(chosen) => onChange(chosen === NOT_SEEN ? null : Number(chosen))}
        orientation="horizontal"
        className="inline-flex overflow-hidden rounded-control border border-line-2 bg-surface"
      >
        {competency.levels.map((meaning, index) => (
          <Step key={meaning} value={String(index + 1)} label={`${index + 1}: ${meaning}`} title={meaning}>
            {index + 1}
          </Step>
        ))}
        <Step value={NOT_SEEN} label={t('not_seen')} title={t('not_seen_means')}>
          {t('not_seen')}
        </Step>
      </RadioGroup.Root>
      {value && (
        <p className="order-last w-full text-13 text-ink-2" aria-live="polite">
          <bdi>{competency.levels[value - 1]}</bdi>
        </p>
      )}
    </>
  )
}

type StepProps = { value: string; label: string; title: string; children: React.ReactNode }

function Step({ value, label, title, children }: StepProps) {
  return (
    <RadioGroup.Item
      value={value}
      aria-label={label}
      title={title}
      className={classes(
        'min-h-9 min-w-9 border-s border-line-2 px-2.5 text-13 transition-colors first:border-s-0 hover:bg-sunk',
        'focus-visible:-outline-offset-2 data-[state=checked]:bg-accent data-[state=checked]:text-on-accent',
        value !== NOT_SEEN && 'font-mono',
      )}
    >
      {children}
    </RadioGroup.Item>
  )
}
