import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { useProblemSentence } from '@/ui/problemSentence'

import { type Pool, previewQuery, useMakeLot, type Way } from '../queries'
import { ConfirmDraw } from './ConfirmDraw'
import { type Draft, type Filter, firstDraft, requestOf, troubleOf, wishOf } from './draft'
import { Entry } from './Entry'
import { HandPicker } from './HandPicker'
import { OrderFields } from './OrderFields'
import { StrategyFields } from './StrategyFields'
import { useRequestKey } from './useRequestKey'

const WAYS: Way[] = ['lot', 'order', 'hand']
/** What has to be looked at before anything is drawn. */
const STALE = ['pool_changed', 'lots_since', 'lot_members_gone']

const REFUSED = 422

type Props = { pool: Pool; filter: Filter; order: string; chosen: string[] }

export function DrawForm({ pool, filter, order, chosen }: Props) {
  const { t } = useTranslation('lots')
  const [draft, setDraft] = useState(() => firstDraft(order, chosen))
  const [tried, setTried] = useState(false)
  const [open, setOpen] = useState(false)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const wish = wishOf(pool.id, filter, draft)
  const preview = useQuery({ ...previewQuery(wish), enabled: wish !== undefined })
  const { make, stale } = useMaking()
  const refusal = refusalOf(preview.error)
  const request = wish && preview.data && requestOf(wish, draft, preview.data)
  const key = useRequestKey(JSON.stringify([wish, draft]))
  const trouble = troubleOf(draft, preview.data)
  const shown = tried
    ? trouble
    : trouble === 'size_too_large' || trouble === 'seed_wrong'
      ? trouble
      : undefined
  const parts = { pool, draft, trouble: shown, preview: preview.data, onChange: change }
  const verb = t(draft.way === 'lot' ? 'draw' : 'make')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!trouble && !preview.isError && request) setOpen(true)
  }

  return (
    <div className="grid max-w-5xl gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_min(--spacing(80),40%)]">
      <form noValidate onSubmit={submit} className="grid min-w-0 content-start gap-6">
        <Choice
          label={t('how_choose')}
          value={draft.way}
          onChange={(way) => change({ way })}
          options={WAYS.map((way) => ({
            value: way,
            label: t(`by_${way}`),
            description: t(`by_${way}_text`),
          }))}
        />
        {draft.way === 'lot' && <StrategyFields {...parts} />}
        {draft.way === 'order' && <OrderFields {...parts} />}
        {draft.way === 'hand' && <HandPicker {...parts} />}
        <Said problem={stale ?? refusal} />
        <Button type="submit" tone="main" busy={preview.isLoading} className="justify-self-start">
          {verb}
        </Button>
        <ConfirmDraw
          draft={draft}
          filter={filter}
          preview={preview.data}
          verb={verb}
          open={open}
          onOpenChange={setOpen}
          onConfirm={() => (request ? make({ ...request, request_key: key }) : undefined)}
        />
      </form>
      {!refusal && <Entry pool={pool} filter={filter} draft={draft} preview={preview} />}
    </div>
  )
}

/** What the person can change; a failure of the server is told where the answer would stand. */
function refusalOf(problem: unknown): FairviewProblem | undefined {
  return problem instanceof FairviewProblem && problem.status === REFUSED ? problem : undefined
}

/** Makes the lot and shows it. What was seen may be no more: then that is said here, to be looked at again. */
function useMaking() {
  const navigate = useNavigate()
  const making = useMakeLot()
  const [stale, setStale] = useState<FairviewProblem>()
  const make = async (request: Parameters<typeof making.mutateAsync>[0]) => {
    setStale(undefined)
    try {
      const lot = await making.mutateAsync(request)
      await navigate({ to: '/lots/$id', params: { id: lot.id } })
    } catch (problem) {
      if (!(problem instanceof FairviewProblem && STALE.includes(problem.code))) throw problem
      setStale(problem)
    }
  }
  return { make, stale }
}

function Said({ problem }: { problem: FairviewProblem | undefined }) {
  const sentence = useProblemSentence()
  if (!problem) return null
  return (
    <p role="alert" className="rounded-panel bg-notice-soft px-4 py-3 text-notice">
      {sentence(problem)}
    </p>
  )
}
