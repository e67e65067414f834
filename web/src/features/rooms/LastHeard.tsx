import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatSpan } from '@/lib/locale'
import { useCell } from '@/lib/useCell'
import type { LiveLink } from '@/live/contracts'

import type { RoomClient, RoomState } from './client'

type Props = {
  client: Pick<RoomClient, 'silences' | 'status'> & { link: Pick<LiveLink, 'serverNow'> }
  room: Pick<RoomState, 'participants'>
}

/** From whom nothing comes, and since when. Whose own connection is gone cannot know. */
export function LastHeard({ client, room }: Props) {
  const { t } = useTranslation('rooms')
  const silent = useCell(client.silences)?.silent ?? []
  const isOpen = useCell(client.status).state === 'open'
  return (
    <div role="status">
      {isOpen &&
        silent.map(({ participant, heard_us }) => (
          <p key={participant} className="mb-3 rounded-panel bg-sunk px-4 py-3 text-15 text-ink-2">
            {t('silent', { name: room.participants.find(({ id }) => id === participant)?.name })}{' '}
            <Ago sinceUs={heard_us} link={client.link} />
          </p>
        ))}
    </div>
  )
}

/** Counts for the eye; read aloud every second it would be in the way. */
function Ago({ sinceUs, link }: { sinceUs: number; link: Pick<LiveLink, 'serverNow'> }) {
  const { t } = useTranslation('rooms')
  const [nowUs, setNowUs] = useState(() => link.serverNow().us)
  useEffect(() => {
    const timer = setInterval(() => setNowUs(link.serverNow().us), 1_000)
    return () => clearInterval(timer)
  }, [link])
  return <span aria-live="off">{t('last_heard', { ago: formatSpan((nowUs - sinceUs) / 1e6) })}</span>
}
