import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { type KeyboardEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { formatClock, formatNumber } from '@/lib/locale'
import { IconButton } from '@/ui/IconButton'
import { Select } from '@/ui/Select'
import { pressed, useShortcutGroup } from '@/ui/shortcuts'

import { CodeView } from './CodeView'
import type { Language } from './contracts'
import type { Step } from './replay'
import { SPEEDS, useReplay } from './useReplay'

type Props = {
  /** In the order of the log. Times are milliseconds on one clock with `runs`, as the page counts them. */
  steps: readonly Step[]
  language: Language
  runs: readonly { at_ms: number; label: string }[]
  /** Where to begin, if not with the first key. */
  fromMs?: number
}

/** How a text came to be: any moment of it, played or stepped through, with who typed what. */
export function CodeReplay({ steps, language, runs, fromMs }: Props) {
  const { t } = useTranslation('coding')
  useShortcutGroup('replay')
  const marks = useMemo(() => runs.map(({ at_ms }) => at_ms), [runs])
  const replay = useReplay(steps, marks, fromMs)
  const lastRun = runs.findLast(({ at_ms }) => at_ms <= replay.atMs)
  const onKey = (event: KeyboardEvent) => {
    const wish = pressed(event.nativeEvent, 'replay')
    if (!wish) return
    event.preventDefault()
    ;({ back: replay.previousEdit, forth: replay.nextEdit, play: replay.play })[wish]()
  }
  if (steps.length === 0) return <p className="text-ink-2">{t('replay_empty')}</p>
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys for all that is inside
    <section
      aria-label={t('replay')}
      onKeyDown={onKey}
      className="overflow-hidden rounded-panel border border-line bg-surface"
    >
      <Legend count={replay.edit} of={replay.edits} />
      <div className="h-80 border-y border-line">
        <CodeView moment={replay.moment} language={language} label={t('replay_text')} />
      </div>
      <div className="bg-sunk px-3 py-2.5">
        <TimeLine replay={replay} runs={runs} />
        <Controls replay={replay} hasRuns={runs.length > 0} />
        <p className="mt-1 min-h-5 text-13 text-ink-2">
          {lastRun && `${formatClock(lastRun.at_ms / 1000)} ${lastRun.label}`}
        </p>
      </div>
    </section>
  )
}

function Legend({ count, of }: { count: number; of: number }) {
  const { t } = useTranslation('coding')
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 px-4 py-2 text-13 text-ink-2">
      <span className="underline decoration-notice-mark decoration-2 underline-offset-3">
        {t('by_candidate')}
      </span>
      <span className="underline decoration-evidence-mark decoration-dotted decoration-2 underline-offset-3">
        {t('by_interviewer')}
      </span>
      <span className="ms-auto">
        {t('replay_step', { count: formatNumber(count), of: formatNumber(of) })}
      </span>
    </p>
  )
}

type Replaying = ReturnType<typeof useReplay>

/** The time, with a mark where the code was run. */
function TimeLine({ replay, runs }: { replay: Replaying; runs: Props['runs'] }) {
  const { t } = useTranslation('coding')
  const { atMs, startMs, endMs, go } = replay
  const share = (ms: number) => (100 * (ms - startMs)) / Math.max(1, endMs - startMs)
  const clock = formatClock(atMs / 1000)
  return (
    <div className="relative">
      <div aria-hidden className="relative mx-2 h-1.5">
        {runs.map((run, index) => (
          <i
            key={index}
            className="absolute bottom-0 h-1.5 w-0.5 bg-accent"
            style={{ insetInlineStart: `${share(run.at_ms)}%` }}
          />
        ))}
      </div>
      <input
        type="range"
        aria-label={t('replay_time')}
        aria-valuetext={clock}
        min={startMs}
        max={Math.max(endMs, startMs + 1)}
        step={1}
        value={atMs}
        onChange={(event) => go(Number(event.target.value))}
        className="block h-6 w-full accent-accent"
      />
    </div>
  )
}

function Controls({ replay, hasRuns }: { replay: Replaying; hasRuns: boolean }) {
  const { t } = useTranslation('coding')
  const { playing, atMs, endMs, speed } = replay
  return (
    <div className="flex flex-wrap items-center gap-1">
      <IconButton
        label={playing ? t('pause') : t('play')}
        icon={playing ? <Pause /> : <Play />}
        onClick={replay.play}
      />
      <IconButton label={t('previous_edit')} icon={<ChevronLeft />} onClick={replay.previousEdit} />
      <IconButton label={t('next_edit')} icon={<ChevronRight />} onClick={replay.nextEdit} />
      {hasRuns && (
        <>
          <IconButton label={t('previous_run')} icon={<SkipBack />} onClick={replay.previousMark} />
          <IconButton label={t('next_run')} icon={<SkipForward />} onClick={replay.nextMark} />
        </>
      )}
      <span className="mx-2 font-mono text-13 text-ink-2">
        {formatClock(atMs / 1000)} / {formatClock(endMs / 1000)}
      </span>
      <span className="ms-auto w-20">
        <Select
          aria-label={t('speed')}
          value={String(speed)}
          onChange={(event) => replay.setSpeed(Number(event.target.value))}
          options={SPEEDS.map((one) => ({ value: String(one), label: t('times', { speed: one }) }))}
        />
      </span>
    </div>
  )
}
