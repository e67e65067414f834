import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import { formatNumber } from '@/lib/locale'
import type { Answer, LivenessCheck } from '@/vision/liveness'
import { Button } from '@/ui/Button'

type Props = {
  visit: Visit
  check: LivenessCheck
  onAgain: (() => void) | undefined
  onDone: () => void
  wayOut: ReactNode
}

/** What came of each request, and that a person reads it. */
export function Result({ visit, check, onAgain, onDone, wayOut }: Props) {
  const { t } = useTranslation('liveness')
  const isAnswered = check.outcome === 'answered'
  return (
    <JourneyPage
      organisation={visit.interview.organisation}
      title={t(`${check.outcome}_title`)}
      lead={t(`${check.outcome}_text`)}
      step={3}
      wayOut={wayOut}
      foot={
        <>
          <Button tone="main" size="candidate" onClick={onDone}>
            {t('go_on')}
          </Button>
          {!isAnswered && onAgain && (
            <Button size="candidate" onClick={onAgain}>
              {t('again')}
            </Button>
          )}
        </>
      }
    >
      <ul className="divide-y divide-line border-y border-line">
        {check.answers.map((answer, index) => (
          <Line key={index} answer={answer} />
        ))}
      </ul>
    </JourneyPage>
  )
}

function Line({ answer: { asked, answered, tookMs } }: { answer: Answer }) {
  const { t } = useTranslation('liveness')
  const Shape = answered ? Check : Minus
  const seconds = formatNumber(tookMs / 1000, { maximumFractionDigits: 1 })
  return (
    <li className="flex items-baseline gap-3 py-2.5">
      <Shape
        aria-hidden
        className={`size-4 shrink-0 self-center ${answered ? 'text-accent' : 'text-ink-3'}`}
      />
      <span className="grow">{t(`did_${asked}`)}</span>
      <span className="shrink-0 text-15 text-ink-2">
        {t(answered ? 'seen_after' : 'not_seen_within', { seconds })}
      </span>
    </li>
  )
}
