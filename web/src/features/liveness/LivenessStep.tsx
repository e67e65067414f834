import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import type { Observer } from '@/vision/contracts'
import { type LivenessCheck, NOT_MADE } from '@/vision/liveness'
import { Button } from '@/ui/Button'
import { Tick } from '@/ui/Tick'

import { Asking } from './asking'
import { Requests } from './Requests'
import { Result } from './Result'

type Props = {
  visit: Visit
  observer: Observer
  onDone: (check: LivenessCheck) => void
  onBack: () => void
  wayOut: ReactNode
}

const SECONDS = 30
const TRIES = 3

/** Four small things at the camera, if the person likes to be asked. */
export function LivenessStep({ visit, observer, onDone, onBack, wayOut }: Props) {
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
        wayOut={wayOut}
      />
    )
  }
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
          <Button tone="main" size="candidate" onClick={begin}>
            {t('start')}
          </Button>
          <Button size="candidate" onClick={() => onDone(NOT_MADE)}>
            {t('skip')}
          </Button>
        </>
      }
    >
      <ul className="list-disc ps-5">
        <li>{t('how_random')}</li>
        <li>{t('how_told')}</li>
        <li>{t('how_free')}</li>
      </ul>
      <div className="mt-5">
        <Tick
          label={t('with_colour')}
          description={t('colour_warning')}
          checked={withColour}
          onChange={setWithColour}
        />
      </div>
      <p className="mt-6 text-15 text-ink-2">{t('foot')}</p>
    </JourneyPage>
  )
}

/** Who asks for less motion is not shown changing colours unless they want them. */
const likesMotion = () => !window.matchMedia('(prefers-reduced-motion: reduce)').matches
