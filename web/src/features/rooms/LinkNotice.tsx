import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import type { EvidenceQueue } from '@/live/contracts'

import type { RoomClient } from './client'

type Keeper = Pick<RoomClient, 'status' | 'space'> & { queue: Pick<EvidenceQueue, 'durable'> }

/** Says when the connection is gone, what is safe meanwhile, and what to do. Nothing while all is well. */
export function LinkNotice({ client }: { client: Keeper }) {
  const { t } = useTranslation('rooms')
  const problem = useProblem(client)
  return (
    <div role="status">
      {problem && (
        <p className="mb-3 rounded-panel bg-notice-soft px-4 py-3 text-15 text-notice">{t(problem)}</p>
      )}
    </div>
  )
}

function useProblem({ status, space, queue }: Keeper) {
  const { state } = useCell(status)
  const room = useCell(space)
  if (room !== 'ample') return `space_${room}` as const
  if (state !== 'reconnecting') return undefined
  return queue.durable ? ('reconnecting' as const) : ('reconnecting_unkept' as const)
}
