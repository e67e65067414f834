import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import type { Calibration, Dot, Outcome } from '@/vision/calibration'
import type { Observer } from '@/vision/contracts'
import type { GazeMethod } from '@/vision/gazePoint'
import { PagePlace } from '@/vision/place'
import { Button } from '@/ui/Button'

import { Result } from './Result'
import { CalibrationWalk } from './walk'
import { Walking } from './Walking'

type Props = {
  visit: Visit
  observer: Observer
  /** Less certain points are not said. */
  limitDeg: number
  onDone: (calibration: Calibration | undefined) => void
  onBack: () => void
  wayOut: ReactNode
}

const SECONDS = 30

/** Follow a dot for half a minute, once before the talk; or do not. */
export function CalibrationStep({ visit, observer, limitDeg, onDone, onBack, wayOut }: Props) {
  const { t } = useTranslation('calibration')
  const [place] = useState(() => new PagePlace())
  const [walk, setWalk] = useState<CalibrationWalk>()
  const [outcome, setOutcome] = useState<Outcome>()
  useEffect(() => () => place.close(), [place])
  useEffect(() => () => walk?.stop(), [walk])

  const begin = async (method: GazeMethod) => {
    await enterFullScreen()
    setOutcome(undefined)
    setWalk(new CalibrationWalk(observer, place, method, limitDeg))
  }
  const repeat = async (dots: readonly Dot[]) => {
    await enterFullScreen()
    walk?.repeat(dots)
    setOutcome(undefined)
  }
  const end = (ended: Outcome | undefined) => {
    void leaveFullScreen()
    if (ended) setOutcome(ended)
    else setWalk(undefined)
  }

  if (outcome) {
    return (
      <Result
        visit={visit}
        outcome={outcome}
        limitDeg={limitDeg}
        onRepeat={(dots) => void repeat(dots)}
        onAgain={() => void begin(walk?.method ?? 'eyes')}
        onDone={onDone}
        wayOut={wayOut}
      />
    )
  }
  if (walk) return <Walking walk={walk} onEnd={end} />
  return (
    <JourneyPage
      organisation={visit.interview.organisation}
      title={t('title')}
      lead={t('lead', { seconds: SECONDS })}
      step={3}
      onBack={onBack}
      wayOut={wayOut}
      foot={
        <>
          <Button tone="main" size="candidate" onClick={() => void begin('eyes')}>
            {t('start')}
          </Button>
          <Button tone="bare" size="candidate" onClick={() => onDone(undefined)}>
            {t('skip')}
          </Button>
        </>
      }
    >
      <ul className="list-disc ps-5 text-15 text-ink-2">
        <li>{t('how_sit')}</li>
        <li>{t('how_look')}</li>
        <li>{t('how_turn')}</li>
      </ul>
      <p className="mt-6 mb-2 text-15 text-ink-2">{t('head_means')}</p>
      <Button size="candidate" onClick={() => void begin('head')}>
        {t('start_head')}
      </Button>
      <p className="mt-6 text-15 text-ink-2">{t('foot')}</p>
    </JourneyPage>
  )
}

/** The whole screen can then be calibrated. Where the browser will not, the window is. */
async function enterFullScreen(): Promise<void> {
  const page: Partial<HTMLElement> = document.documentElement
  if (document.fullscreenElement) return
  await page.requestFullscreen?.({ navigationUI: 'hide' }).catch(() => undefined)
}

async function leaveFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined)
}
