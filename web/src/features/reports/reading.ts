/** What a reader has opened in a report. An address that ends in a moment opens it. */

import { useCallback, useEffect, useRef, useState } from 'react'

import { momentId, type ReportIncident } from './words'

export type Reading = {
  isOpen: (fold: string) => boolean
  toggle: (fold: string) => void
  open: (...folds: string[]) => void
  /** Opens a moment and goes there. */
  goTo: (moment: ReportIncident) => void
  /** From when on the code is replayed, and in which of its texts; undefined while it is not. */
  replay: Replay | undefined
  replayFrom: (replay: Replay) => void
}
type Replay = { document: string; fromMs?: number }

/** All moments of one rule, where there are many. */
export const kindId = (rule: string) => `kind-${rule}`
/** What an addend of the sum opens. */
export const addendId = (rule: string) => `sum-${rule}`

export function useReading(incidents: readonly ReportIncident[]): Reading {
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => foldsOf(named(incidents)))
  const wanted = useRef(named(incidents)?.id)
  const [replay, setReplay] = useState<Replay>()

  const open = useCallback((...folds: string[]) => setOpened((before) => new Set([...before, ...folds])), [])
  const goTo = useCallback(
    (moment: ReportIncident) => {
      open(...foldsOf(moment))
      wanted.current = moment.id
      history.replaceState(history.state, '', `#${momentId(moment.id)}`)
    },
    [open],
  )
  useEffect(() => {
    const onHash = () => {
      const moment = named(incidents)
      if (moment) goTo(moment)
    }
    window.addEventListener('hashchange', onHash)
    return () => window.removeEventListener('hashchange', onHash)
  }, [incidents, goTo])
  useEffect(() => {
    if (wanted.current === undefined) return
    const place = document.getElementById(momentId(wanted.current))
    wanted.current = undefined
    place?.querySelector('button')?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'center' })
  }, [opened])

  return {
    isOpen: (fold) => opened.has(fold),
    toggle: (fold) =>
      setOpened((before) => {
        const after = new Set(before)
        if (!after.delete(fold)) after.add(fold)
        return after
      }),
    open,
    goTo,
    replay,
    replayFrom: setReplay,
  }
}

/** The moment that the page's address names. */
function named(incidents: readonly ReportIncident[]): ReportIncident | undefined {
  const hash = decodeURIComponent(location.hash.slice(1))
  return incidents.find(({ id }) => momentId(id) === hash)
}

function foldsOf(moment: ReportIncident | undefined): Set<string> {
  return new Set(moment ? [momentId(moment.id), kindId(moment.rule)] : [])
}
