import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { CandidateDialog } from '@/features/candidates/CandidateDialog'
import { PoolDialog } from '@/features/candidates/pools/PoolDialog'
import { rank } from '@/lib/matching'
import { useSettled } from '@/lib/useSettled'
import { Button } from '@/ui/Button'
import { Palette } from '@/ui/Palette'
import { useProblemSentence } from '@/ui/problemSentence'

import { recentPicks, rememberPick } from './recent'
import { type Found, KINDS, type Target, useFoundTarget, usePlaceTargets } from './targets'
import { type Making, type PoolAsked, useDeeds } from './useDeeds'
import { useFound } from './useFound'

const TYPING_PAUSE_MS = 200
const ASKS_POOL = { import: '/pools/$id/import', draw: '/pools/$id/draw' } as const

type Props = { open: boolean; onClose: () => void }

/** Everything that a person may see or do at the desk, by a few letters. Its dialogs outlive it. */
export function DeskPalette({ open, onClose }: Props) {
  const [making, setMaking] = useState<Making>()
  const navigate = useNavigate()
  const made = { open: true, onOpenChange: (stays: boolean) => !stays && setMaking(undefined) }
  return (
    <>
      {open && <Asking onClose={onClose} onMake={setMaking} />}
      {making === 'candidate' && (
        <CandidateDialog
          {...made}
          onSaved={({ id }) => void navigate({ to: '/candidates/$id', params: { id } })}
        />
      )}
      {making === 'pool' && (
        <PoolDialog
          {...made}
          onSaved={({ id }) => void navigate({ to: '/pools/$id/import', params: { id } })}
        />
      )}
    </>
  )
}

type AskingProps = { onClose: () => void; onMake: (what: Making) => void }

function Asking({ onClose, onMake }: AskingProps) {
  const { t } = useTranslation('palette')
  const [query, setQuery] = useState('')
  const [poolFor, setPoolFor] = useState<PoolAsked>()
  const navigate = useNavigate()
  const ask = (what: PoolAsked | undefined) => {
    setPoolFor(what)
    setQuery('')
  }
  const deeds = useDeeds({ onMake, onAsk: ask })
  const places = usePlaceTargets()
  const typed = query.trim()
  const settled = useSettled(typed, TYPING_PAUSE_MS)
  const records = useFound(settled, poolFor ? ['pool'] : settled ? KINDS : [])
  const asTarget = useFoundTarget()
  const isLooking = records.isLooking || settled !== typed
  const found = typed || poolFor ? records.found : undefined

  const pick = (target: Target) => {
    if (!target.asksMore) onClose()
    if (poolFor && target.found) {
      void navigate({ to: ASKS_POOL[poolFor], params: { id: target.found.key } })
      return
    }
    rememberPick({ id: target.id, found: target.found })
    target.act()
  }
  const ofKind = (kind: Found['kind']) => ({
    name: t(`kinds.${kind}`),
    items: (found?.[kind] ?? []).map(asTarget),
  })
  const recent = typed ? [] : recentTargets([...deeds, ...places], asTarget)
  const others = (targets: Target[]) => targets.filter(({ id }) => !recent.some((one) => one.id === id))
  const everywhere = [
    { name: t('recent'), items: recent },
    { name: t('do'), items: fitting(others(deeds), typed) },
    { name: t('go_to'), items: fitting(others(places), typed) },
    ...KINDS.map(ofKind),
  ]
  const groups = poolFor ? [ofKind('pool')] : everywhere
  return (
    <Palette
      label={poolFor ? t(`pool_to_${poolFor}`) : t('ask')}
      query={query}
      onQuery={setQuery}
      groups={groups}
      onPick={pick}
      onClose={onClose}
      onBack={poolFor && (() => ask(undefined))}
    >
      <Said
        typed={typed}
        isLooking={isLooking}
        failed={records.failed}
        isEmpty={groups.every(({ items }) => items.length === 0)}
      />
    </Palette>
  )
}

/** What was picked lately, as far as this person may still do it. */
function recentTargets(known: readonly Target[], asTarget: (found: Found) => Target): Target[] {
  return recentPicks().flatMap(({ id, found }) =>
    found ? asTarget(found) : (known.find((one) => one.id === id) ?? []),
  )
}

/** The best first; all of them while nothing is typed. */
function fitting(targets: readonly Target[], typed: string): Target[] {
  return targets
    .map((target) => ({ target, place: rank(target.label, typed) }))
    .filter((one) => one.place !== undefined)
    .toSorted((one, other) => Number(one.place) - Number(other.place))
    .map(({ target }) => target)
}

type SaidProps = {
  typed: string
  isLooking: boolean
  failed: { error: unknown; refetch: () => unknown } | undefined
  isEmpty: boolean
}

/** What the list alone does not tell. */
function Said({ typed, isLooking, failed, isEmpty }: SaidProps) {
  const { t } = useTranslation(['palette', 'ui'])
  const sentence = useProblemSentence()
  if (failed)
    return (
      <div role="alert" className="flex items-center justify-between gap-4 px-4 py-2 text-13">
        {sentence(failed.error)}
        <Button onClick={() => failed.refetch()}>{t('ui:try_again')}</Button>
      </div>
    )
  return (
    <p role="status" className="px-4 py-2 text-13 text-ink-2 empty:hidden">
      {isLooking ? t('looking') : isEmpty && t('ui:nothing_found', { query: typed })}
    </p>
  )
}
