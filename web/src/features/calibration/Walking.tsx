import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import { DWELL_MS, type Dot, type Outcome } from '@/vision/calibration'
import { Button } from '@/ui/Button'
import { Meter } from '@/ui/Meter'

import type { CalibrationWalk } from './walk'

type Props = { walk: CalibrationWalk; onEnd: (outcome: Outcome | undefined) => void }

/** Nothing but the dot, on the whole page. Space pauses, Escape stops. */
export function Walking({ walk, onEnd }: Props) {
  const { t } = useTranslation('calibration')
  const state = useCell(walk.state)
  const surface = useRef<HTMLElement>(null)
  useEffect(() => surface.current?.focus(), [])
  useEffect(() => {
    if (state.phase === 'done') onEnd(state.outcome)
  }, [state, onEnd])
  useKeys(walk, () => onEnd(undefined))
  usePauseWhenHidden(walk)

  return (
    <main
      ref={surface}
      id="content"
      aria-label={t('walk_label')}
      tabIndex={-1}
      className="fixed inset-0 z-20 cursor-none bg-paper outline-none"
    >
      {state.phase === 'walking' && (
        <>
          <DotMark key={state.dot.number} dot={state.dot} looking={state.looking} />
          <p role="status" className={hintPlace(state.dot)}>
            {state.unseen ? t('unseen') : hint(state.dot, walk, t)}
          </p>
        </>
      )}
      {state.phase === 'paused' && (
        <div className="grid h-full cursor-auto place-items-center p-5">
          <section className="w-full max-w-96 rounded-panel border border-line bg-surface p-6 shadow-float">
            <h1 className="text-22 font-semibold">{t('paused_title')}</h1>
            <p className="mt-1 mb-4 text-ink-2">{t('paused_text')}</p>
            <Meter label={t('walk_label')} value={state.share} />
            <div className="mt-5 flex gap-3">
              {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do after a pause */}
              <Button tone="main" size="candidate" autoFocus onClick={() => walk.go()}>
                {t('go_on')}
              </Button>
              <Button tone="bare" size="candidate" onClick={() => onEnd(undefined)}>
                {t('stop')}
              </Button>
            </div>
          </section>
        </div>
      )}
    </main>
  )
}

function hint(
  dot: Dot,
  walk: CalibrationWalk,
  t: ReturnType<typeof useTranslation<'calibration'>>['t'],
): string {
  if (dot.stage === 'turn') return t('turn_here')
  if (dot.number > 0) return ''
  return `${t(walk.method === 'head' ? 'nose_here' : 'look_here')} ${t('keys')}`
}

/** Below the dot, so that who reads it looks nearly there; above it low on the page. */
function hintPlace({ at }: Dot): string {
  const side = at.y > 0.6 ? 'bottom-[calc(40%_+_--spacing(16))]' : 'top-[calc(50%_+_--spacing(16))]'
  return `absolute inset-x-5 text-center text-15 text-ink-2 ${side}`
}

/** A ring closes around a point: the eye goes to what moves and rests on what is small. */
function DotMark({ dot, looking }: { dot: Dot; looking: boolean }) {
  return (
    <svg
      aria-hidden
      data-dot={dot.number}
      viewBox="-24 -24 48 48"
      className="absolute size-12 -translate-1/2 animate-appear overflow-visible"
      style={{ left: `${dot.at.x * 100}%`, top: `${dot.at.y * 100}%` }}
    >
      <circle r="20" className="fill-accent-soft" />
      <circle
        r="20"
        pathLength="1"
        className="fill-none stroke-accent stroke-3 transition-[stroke-dashoffset] ease-linear motion-reduce:transition-none"
        strokeDasharray="1"
        strokeDashoffset={looking ? 0 : 1}
        style={{ transitionDuration: looking ? `${DWELL_MS[dot.stage]}ms` : '0ms' }}
        transform="rotate(-90)"
      />
      <circle r="4" className="fill-accent" />
    </svg>
  )
}

function useKeys(walk: CalibrationWalk, stop: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape') stop()
      if (event.key !== ' ' || event.target instanceof HTMLButtonElement) return
      event.preventDefault()
      if (walk.state.get().phase === 'paused') walk.go()
      else walk.pause()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  })
}

/** Who looks at another page does not look at the dot. */
function usePauseWhenHidden(walk: CalibrationWalk): void {
  useEffect(() => {
    const hear = () => document.hidden && walk.pause()
    document.addEventListener('visibilitychange', hear)
    return () => document.removeEventListener('visibilitychange', hear)
  }, [walk])
}
