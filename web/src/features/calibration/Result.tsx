import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import type { Calibration, Dot, Outcome } from '@/vision/calibration'
import { screenWidthMm } from '@/vision/gazePoint'
import { Button } from '@/ui/Button'

type Props = {
  visit: Visit
  outcome: Outcome
  limitDeg: number
  onRepeat: (dots: readonly Dot[]) => void
  onAgain: () => void
  onDone: (calibration: Calibration | undefined) => void
  wayOut: ReactNode
}

/** What the calibration came to, in degrees and pixels, and what to do about it. */
export function Result({ visit, outcome, limitDeg, onRepeat, onAgain, onDone, wayOut }: Props) {
  const { t } = useTranslation('calibration')
  const calibration = outcome.state === 'failed' ? undefined : outcome.calibration
  const bad = outcome.state === 'failed' ? [] : outcome.bad
  const isGood = outcome.state === 'good'
  return (
    <JourneyPage
      organisation={visit.interview.organisation}
      title={t(`${outcome.state}_title`)}
      lead={t(`${outcome.state}_text`, calibration ? measures(calibration, limitDeg) : {})}
      step={3}
      wayOut={wayOut}
      foot={
        <>
          <Button
            tone={isGood ? 'main' : 'plain'}
            size="candidate"
            onClick={() => onDone(isGood ? calibration : undefined)}
          >
            {t(isGood ? 'go_to_talk' : 'skip')}
          </Button>
          {bad.length > 0 && (
            <Button size="candidate" onClick={() => onRepeat(bad)}>
              {t('repeat', { count: bad.length })}
            </Button>
          )}
          <Button tone={isGood ? 'bare' : 'main'} size="candidate" onClick={onAgain}>
            {t('again')}
          </Button>
        </>
      }
    >
      {calibration && <Estimate calibration={calibration} />}
      {bad.length > 0 && <p className="mt-4 text-15 text-ink-2">{t('repeat_why')}</p>}
      <p className="mt-6 text-15 text-ink-2">{t('foot')}</p>
    </JourneyPage>
  )
}

function Estimate({ calibration: { model } }: { calibration: Calibration }) {
  const { t } = useTranslation('calibration')
  return (
    <p className="text-15 text-ink-2">
      {t('estimate', {
        distance: toFive(model.distanceMm / 10),
        width: toFive(screenWidthMm(model) / 10),
      })}
    </p>
  )
}

function measures({ model, checked }: Calibration, limitDeg: number) {
  return {
    error: (checked.error * model.degPerPx).toFixed(1),
    px: Math.round(checked.error),
    radius: (model.error * model.degPerPx).toFixed(1),
    limit: limitDeg,
  }
}

const toFive = (value: number) => Math.round(value / 5) * 5
