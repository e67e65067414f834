import { Check, Lightbulb } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Adviser, type Advice } from '@/vision/advice'
import type { Observer, WatchStatus } from '@/vision/contracts'

import { useWatchStatus } from './hooks'

type Props = {
  observer: Observer
  /** Without one there is nothing to advise; the line is kept, so that nothing moves when it comes. */
  hasPicture: boolean
}

/** What would make one's picture better, a single thing at a time; it never keeps anybody from going on. */
export function PictureAdvice({ observer, hasPicture }: Props) {
  const { t } = useTranslation('rooms')
  const status = useWatchStatus(observer)
  const advice = useAdvice(observer)
  const isWatching = status.state === 'watching'
  return (
    <p role="status" className="mb-6 flex min-h-7 items-start gap-2 text-15 text-ink-2">
      {hasPicture && isWatching && advice && <Sign advice={advice} />}
      {hasPicture &&
        (isWatching ? t(advice ? `advice_${advice}` : 'advice_looking') : t(statusSentence(status)))}
    </p>
  )
}

function Sign({ advice }: { advice: Advice }) {
  const Icon = advice === 'good' ? Check : Lightbulb
  const colour = advice === 'good' ? 'text-accent' : 'text-notice'
  return <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${colour}`} />
}

function useAdvice(observer: Observer): Advice | undefined {
  const [advice, setAdvice] = useState<Advice>()
  useEffect(() => {
    const adviser = new Adviser()
    return observer.onReading((reading) => setAdvice(adviser.observe(reading)))
  }, [observer])
  return advice
}

/** The key of the sentence for a device that does not watch (yet). */
export function statusSentence(status: WatchStatus) {
  if (status.state === 'unavailable' && status.reason === 'not_supported') return 'eye_not_supported'
  if (status.state === 'paused' && status.reason === 'camera_black') return 'eye_camera_black'
  return `eye_${status.state}` as const
}
