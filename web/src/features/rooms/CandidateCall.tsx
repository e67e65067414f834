import { ScanFace } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { StatementPane } from '@/features/coding/StatementPane'
import { useAssignment } from '@/features/coding/useWorkspace'
import { WorkspacePanel } from '@/features/coding/WorkspacePanel'
import { ObservedPanel } from '@/features/proctoring/observed/ObservedPanel'
import { shareOverlay } from '@/features/proctoring/overlay/share'
import type { Watching } from '@/features/proctoring/watching'
import type { Visit } from '@/features/scheduling/visit'
import { formatClock } from '@/lib/locale'
import { useCell } from '@/lib/useCell'
import type { LocalMedia, LocalMediaState } from '@/media/contracts'
import type { Observer } from '@/vision/contracts'
import { Button } from '@/ui/Button'
import { Chip } from '@/ui/Chip'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Room } from '@/ui/layouts/Room'
import { LanguageSwitch } from '@/ui/LanguageSwitch'
import { Mark } from '@/ui/Mark'
import { usePageTitle } from '@/ui/usePageTitle'
import { useWide } from '@/ui/useWide'

import type { RoomClient, RoomState } from './client'
import { useElapsed, useWatchStatus } from './hooks'
import { LinkNotice } from './LinkNotice'
import { MediaControls } from './MediaControls'
import { MediaProblems } from './MediaProblems'
import { Stage } from './Stage'

type Props = {
  visit: Visit
  client: RoomClient
  room: RoomState
  media: LocalMedia
  state: LocalMediaState
  watching: Watching | undefined
  onLeave: () => Promise<void>
}

/** The talk as the candidate sees it: the other person, oneself, a plain word on what is observed, and the work
 *  once there is an exercise. */
export function CandidateCall({ visit, client, room, media, state, watching, onLeave }: Props) {
  const { t } = useTranslation('rooms')
  usePageTitle(visit.interview.title)
  const wide = useWide()
  const assignment = useAssignment(client.workspace)
  const news = useCell(client.workspace.news)
  const [isObservedOpen, setObservedOpen] = useState(false)
  useSharedOverlay(client, room, watching)
  return (
    <Dialog.Root modal={false} open={isObservedOpen} onOpenChange={setObservedOpen}>
      <Room
        header={<Header visit={visit} client={client} room={room} watching={watching} />}
        notices={
          <>
            <LinkNotice client={client} />
            <MediaProblems state={state} onRetry={() => void media.open()} />
            <p role="status" className="sr-only">
              {news && t('new_exercise', { title: news })}
            </p>
          </>
        }
        stage={(small) => (
          <Stage client={client} room={room} own={state} small={small} beside={assignment !== undefined} />
        )}
        beside={wide && assignment && <StatementPane assignment={assignment} />}
        talkLabel={t('talk_tab')}
        proportions="work"
        tabs={
          assignment
            ? [
                {
                  value: 'code',
                  label: t('code_tab'),
                  news,
                  content: <WorkspacePanel workspace={client.workspace} withoutStatement={wide} />,
                },
              ]
            : []
        }
        aside={
          isObservedOpen &&
          watching && <ObservedPanel watching={watching} own={state} live={room.state === 'live'} />
        }
        footer={
          <footer className="flex flex-wrap items-center justify-center gap-2.5 border-t border-line px-4 py-3.5">
            <MediaControls media={media} state={state} />
            <ConfirmDialog
              title={t('leave_title')}
              description={t('leave_text')}
              confirmLabel={t('leave')}
              trigger={
                <Button tone="grave" size="candidate">
                  {t('leave')}
                </Button>
              }
              onConfirm={onLeave}
            />
          </footer>
        }
      />
    </Dialog.Root>
  )
}

/** What the device sees, for interviewers. Whoever comes later is told anew whether it is switched off. */
function useSharedOverlay(client: RoomClient, room: RoomState, watching: Watching | undefined): void {
  const live = room.state === 'live'
  const audience = room.participants
    .filter((one) => one.role === 'interviewer' && one.is_connected)
    .map(({ id }) => id)
    .join()
  useEffect(() => {
    if (!live || !audience || !watching?.offers('overlay')) return
    return shareOverlay(watching, (shown) => client.showOverlay(shown))
  }, [client, watching, live, audience])
}

type HeaderProps = Pick<Props, 'visit' | 'client' | 'room' | 'watching'>

function Header({ visit, client, room, watching }: HeaderProps) {
  const { t } = useTranslation('rooms')
  const elapsed = useElapsed(room.started_us, client.link)
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever waited in the lobby hears that they are in.
  useEffect(() => heading.current?.focus(), [])
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-5 py-2">
      <Mark />
      <h1 ref={heading} tabIndex={-1} className="font-semibold">
        {visit.interview.title}
      </h1>
      {room.state === 'live' ? (
        <Chip tone="live">{formatClock(elapsed)}</Chip>
      ) : (
        <Chip>{t('not_started')}</Chip>
      )}
      {watching ? (
        <EyeButton observer={watching.observer} live={room.state === 'live'} />
      ) : (
        <Chip>{t('no_notes')}</Chip>
      )}
      <LanguageSwitch nameHidden="narrow" className="ms-auto" />
    </header>
  )
}

/** Whether notes are taken, in a word; pressed, what exactly is observed. */
function EyeButton({ observer, live }: { observer: Observer; live: boolean }) {
  const { t } = useTranslation('rooms')
  return (
    <Dialog.Trigger className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-2 px-1.5 text-13 text-ink-2 transition-colors hover:border-line-3 hover:text-ink aria-expanded:bg-sunk desk:pe-3.5">
      <EyeChip observer={observer} live={live} />
      <ScanFace aria-hidden className="size-4.5 max-desk:me-1" />
      <span className="max-desk:sr-only">{t('what_is_observed')}</span>
    </Dialog.Trigger>
  )
}

function EyeChip({ observer, live }: { observer: Observer; live: boolean }) {
  const { t } = useTranslation('rooms')
  const status = useWatchStatus(observer)
  if (!live) return <Chip>{t('notes_not_yet')}</Chip>
  if (status.state === 'watching') return <Chip tone="evidence">{t('notes_on')}</Chip>
  if (status.state === 'loading') return <Chip>{t('notes_loading')}</Chip>
  return <Chip tone="notice">{t(`notes_${status.reason}`)}</Chip>
}
