import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import type { Observer } from '@/vision/contracts'
import { type LivenessCheck, NOT_MADE } from '@/vision/liveness'
import { Button } from '@/ui/Button'

import { Asking } from './asking'
import { Requests } from './Requests'
import { Result } from './Result'

type Props = {
  visit: Visit
  observer: Observer
  onDone: (check: LivenessCheck) => void
}

const SECONDS = 30
const TRIES = 3

/** Four small things at the camera, if the person likes to be asked. */
export function LivenessStep({ visit, observer, onDone }: Props) {
  const { t } = useTranslation('liveness')
  const [withColour, setWithColour] = useState(likesMotion)
  const [asking, setAsking] = useState<Asking>()
  const [check, setCheck] = useState<LivenessCheck>()
  const [triesLeft, setTriesLeft] = useState(TRIES)
  useEffect(() => () => asking?.stop(), [asking])

  const begin = () => {
    setCheck(undefined)
    setTriesLeft(triesLeft - 1)
    setAsking(new Asking(observer, withColour))
  }
  const end = (made: LivenessCheck | undefined) => {
    setAsking(undefined)
    setCheck(made)
    if (!made) setTriesLeft(triesLeft + 1)
  }

  if (asking) return <Requests asking={asking} onEnd={end} />
  if (check) {
    return (
      <Result
        visit={visit}
        check={check}
        onAgain={triesLeft > 0 ? begin : undefined}
        onDone={() => onDone(check)}
      />
    )
  }
  return (
    <JourneyPage
      organisation={visit.interview.organisation}
      title={t('title')}
      lead={t('lead', { seconds: SECONDS })}
      step={3}
    >
      <ul className="list-disc ps-5 text-15 text-ink-2">
        <li>{t('how_random')}</li>
        <li>{t('how_told')}</li>
        <li>{t('how_free')}</li>
      </ul>
      <div className="relative mt-5 flex items-start gap-3 rounded-panel border border-line-2 bg-surface p-4">
        <input
          id="with-colour"
          type="checkbox"
          checked={withColour}
          onChange={(event) => setWithColour(event.target.checked)}
          aria-describedby="colour-warning"
          className="mt-1.5 size-4 shrink-0 accent-accent"
        />
        <div>
          <label htmlFor="with-colour" className="font-medium after:absolute after:inset-0">
            {t('with_colour')}
          </label>
          <p id="colour-warning" className="text-13 text-ink-2">
            {t('colour_warning')}
          </p>
        </div>
      </div>
      <div className="mt-7 flex flex-wrap items-center gap-4">
        <Button tone="main" size="candidate" onClick={begin}>
          {t('start')}
        </Button>
        <Button size="candidate" onClick={() => onDone(NOT_MADE)}>
          {t('skip')}
        </Button>
      </div>
      <p className="mt-7 text-13 text-ink-2">{t('foot')}</p>
    </JourneyPage>
  )
}

/** Who asks for less motion is not shown changing colours unless they want them. */
const likesMotion = () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches
