import { useEffect, useMemo, useState } from 'react'

import { Replay, type Step } from './replay'

export const SPEEDS = [1, 2, 4, 8] as const
const TICK_MS = 50
/** Longer pauses than this are not waited out. */
const PAUSE_MS = 2000

/** A position in time that can be moved and played. `marks` are the other times worth a stop. */
export function useReplay(steps: readonly Step[], marks: readonly number[], fromMs?: number) {
  const replay = useMemo(() => new Replay(steps), [steps])
  const times = useMemo(() => steps.map(({ at_ms }) => at_ms), [steps])
  const stops = useMemo(() => [...times, ...marks].sort((a, b) => a - b), [times, marks])
  const startMs = stops[0] ?? 0
  const endMs = stops.at(-1) ?? 0
  const [atMs, setAtMs] = useState(
    fromMs === undefined ? startMs : Math.min(endMs, Math.max(startMs, fromMs)),
  )
  const [speed, setSpeed] = useState<number>(SPEEDS[0])
  const [playing, setPlaying] = useState(false)
  const count = replay.countAt(atMs)
  const moment = useMemo(() => replay.after(count), [replay, count])

  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => setAtMs((at) => advanced(at, TICK_MS * speed, stops)), TICK_MS)
    return () => clearInterval(timer)
  }, [playing, speed, stops])

  const isOver = atMs >= endMs
  const play = () => {
    if (isOver) setAtMs(startMs)
    setPlaying(isOver || !playing)
  }
  const go = (to: number | undefined) => {
    setPlaying(false)
    if (to !== undefined) setAtMs(to)
  }
  return {
    moment,
    atMs,
    startMs,
    endMs,
    edit: replay.editsIn(count),
    edits: replay.editsIn(steps.length),
    speed,
    setSpeed,
    playing: playing && !isOver,
    play,
    go,
    nextEdit: () => go(times.find((at) => at > atMs)),
    previousEdit: () => go(times.findLast((at) => at < atMs) ?? startMs),
    nextMark: () => go(marks.find((at) => at > atMs)),
    previousMark: () => go(marks.findLast((at) => at < atMs)),
  }
}

/** A little later; over a long pause, to shortly before its end. */
function advanced(atMs: number, byMs: number, stops: readonly number[]): number {
  const next = stops.find((stop) => stop > atMs)
  if (next === undefined) return atMs
  const last = stops.at(-1) ?? atMs
  return Math.min(last, Math.max(atMs + byMs, next - PAUSE_MS))
}
