import { ArrowLeft, ArrowRight, EyeClosed, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import type { Challenge, LivenessCheck, Way } from '@/vision/liveness'
import { Button } from '@/ui/Button'
import { Meter } from '@/ui/Meter'

import type { Asking, AskingState } from './asking'

type Props = { asking: Asking; onEnd: (check: LivenessCheck | undefined) => void }

/** One request at a time, on the whole page. Escape stops. */
export function Requests({ asking, onEnd }: Props) {
  const { t } = useTranslation('liveness')
  const state = useCell(asking.state)
  const surface = useRef<HTMLDivElement>(null)
  useEffect(() => surface.current?.focus(), [])
  useEffect(() => {
    if (state.phase === 'done') onEnd(state.check)
  }, [state, onEnd])
  useStops(() => onEnd(undefined))

  const challenge = state.phase === 'asked' ? state.challenge : undefined
  const hue = state.phase === 'asked' ? state.hue : undefined
  return (
    <div
      ref={surface}
      role="application"
      aria-label={t('label')}
      tabIndex={-1}
      data-asked={challenge?.asked}
      data-times={challenge?.asked === 'blink' ? challenge.times : undefined}
      data-hue={hue}
      className="fixed inset-0 z-20 grid place-items-center bg-paper p-5 forced-color-adjust-none outline-none transition-colors motion-reduce:transition-none"
      style={hue && { backgroundColor: `var(--glow-${hue})` }}
    >
      <section className="w-full max-w-96 rounded-panel bg-paper p-5 text-center">
        <Sign asked={state.phase === 'asked' ? state : undefined} />
        <p role="status" className="grid min-h-14 place-items-center text-20 font-medium">
          {sentence(state, t)}
        </p>
        <div className="mt-4 mb-3">
          <Meter
            label={t('progress')}
            value={state.done}
            max={state.of}
            text={t('progress_text', { done: state.done, of: state.of })}
          />
        </div>
        <Button tone="bare" onClick={() => onEnd(undefined)}>
          {t('stop')}
        </Button>
      </section>
      {state.phase === 'asked' && state.way && <Dot way={state.way} />}
    </div>
  )
}

type Translate = ReturnType<typeof useTranslation<'liveness'>>['t']

function sentence(state: AskingState, t: Translate): string {
  if (state.phase === 'done') return ''
  if (state.phase === 'waiting') {
    if (state.unseen) return t('unseen')
    const told = state.told && t(state.told.answered ? 'seen' : 'not_seen')
    return [told, t('hold_still')].filter(Boolean).join(' ')
  }
  const { challenge } = state
  if (challenge.asked === 'blink') return t('ask_blink', { count: challenge.times })
  return t(`ask_${challenge.asked}`)
}

const SIGNS: Partial<Record<Challenge['asked'], LucideIcon>> = {
  turn_left: ArrowLeft,
  turn_right: ArrowRight,
  blink: EyeClosed,
}

/** As large as a glance needs. The place is kept when there is nothing to show. */
function Sign({ asked }: { asked: Extract<AskingState, { phase: 'asked' }> | undefined }) {
  const challenge = asked?.challenge
  const Shape = challenge && SIGNS[challenge.asked]
  const count = challenge?.asked === 'blink' ? challenge.times : 1
  return (
    <div aria-hidden className="flex h-20 items-center justify-center gap-4 text-accent">
      {challenge?.asked === 'follow_dot' && !asked?.way && <span className={DOT} />}
      {Shape && Array.from({ length: count }, (_, index) => <Shape key={index} className="size-16" />)}
    </div>
  )
}

const DOT = 'size-6 rounded-full bg-accent ring-8 ring-accent-soft'

const PLACES: Record<Way, { left: string; top: string }> = {
  left: { left: '6%', top: '50%' },
  right: { left: '94%', top: '50%' },
  up: { left: '50%', top: '6%' },
  down: { left: '50%', top: '94%' },
}

function Dot({ way }: { way: Way }) {
  return <span aria-hidden data-way={way} className={`absolute -translate-1/2 ${DOT}`} style={PLACES[way]} />
}

/** Escape, and who looks at another page is not asked on. */
function useStops(stop: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === 'Escape' && stop()
    const hide = () => document.hidden && stop()
    window.addEventListener('keydown', press)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('keydown', press)
      document.removeEventListener('visibilitychange', hide)
    }
  })
}
