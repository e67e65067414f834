import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import type { Visit } from '@/features/scheduling/visit'
import { type Neutral, NotStill, type Observer } from '@/vision/contracts'
import { Button } from '@/ui/Button'
import { Meter } from '@/ui/Meter'

import { useWatchStatus } from './hooks'
import { statusSentence } from './PictureAdvice'
import { VideoView } from './VideoView'

const HOLD_STILL_MS = 3000

type Props = {
  visit: Visit
  stream: MediaStream
  observer: Observer
  onDone: (neutral: Neutral | undefined) => void
  onBack: () => void
  wayOut: ReactNode
}

/** Three steady seconds, so that the person's own way of sitting is the measure. */
export function NeutralStep({ visit, stream, observer, onDone, onBack, wayOut }: Props) {
  const { t } = useTranslation('rooms')
  const status = useWatchStatus(observer)
  const [share, setShare] = useState<number>()
  const [advice, setAdvice] = useState<NotStill['advice'] | 'failed'>()
  const measuring = share !== undefined

  const measure = async () => {
    setAdvice(undefined)
    setShare(0)
    try {
      onDone(await observer.measureNeutral(HOLD_STILL_MS, setShare))
    } catch (error) {
      setAdvice(error instanceof NotStill ? error.advice : 'failed')
    } finally {
      setShare(undefined)
    }
  }

  return (
    <JourneyPage
      organisation={visit.interview.organisation}
      title={t('neutral_title')}
      lead={t('neutral_lead')}
      step={3}
      onBack={onBack}
      wayOut={wayOut}
      foot={
        <>
          <Button
            tone="main"
            size="candidate"
            busy={measuring}
            disabled={status.state !== 'watching' && !measuring}
            onClick={() => void measure()}
          >
            {advice ? t('neutral_again') : t('neutral_start')}
          </Button>
          <Button tone="bare" size="candidate" disabled={measuring} onClick={() => onDone(undefined)}>
            {t('neutral_skip')}
          </Button>
        </>
      }
    >
      <VideoView stream={stream} own label={t('your_picture')} className="mb-4 aspect-4/3 rounded-panel" />
      {measuring && <Dot />}
      <Meter label={t('neutral_progress')} value={share ?? 0} />
      <p role="status" className="mt-3 min-h-7 text-15 text-ink-2">
        {advice ? t(`neutral_${advice}`) : measuring ? t('neutral_hold') : t(statusSentence(status))}
      </p>
      <p className="mt-6 text-15 text-ink-2">{t('neutral_foot')}</p>
    </JourneyPage>
  )
}

/** In the middle of the screen, so that the eyes have something to hold on to but their own picture. */
function Dot() {
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-10 grid place-items-center bg-paper/95">
      <span className="size-5 rounded-full bg-accent ring-8 ring-accent-soft" />
    </div>
  )
}
