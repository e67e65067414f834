import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { useWatchStatus } from '@/features/rooms/hooks'
import type { LocalMediaState } from '@/media/contracts'
import { IconButton } from '@/ui/IconButton'

import type { Watching } from '../watching'

import { Now } from './Now'
import { OwnPicture } from './OwnPicture'
import { Switches } from './Switches'
import { statusWords } from './words'

type Props = { watching: Watching; own: LocalMediaState; live: boolean }

/** Beside the talk, which goes on: what the candidate's device observes, and what of it they leave on. */
export function ObservedPanel({ watching, own, live }: Props) {
  const { t } = useTranslation('observed')
  const panel = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Content
      ref={panel}
      tabIndex={-1}
      aria-describedby={undefined}
      onOpenAutoFocus={(event) => {
        event.preventDefault()
        panel.current?.focus()
      }}
      onInteractOutside={(event) => event.preventDefault()}
      onEscapeKeyDown={(event) => {
        // Escape elsewhere, in the editor say, is not meant for the panel.
        if (!panel.current?.contains(document.activeElement)) event.preventDefault()
      }}
      className="h-full animate-appear overflow-y-auto bg-surface p-5 focus:outline-none"
    >
      <div className="flex items-start justify-between gap-4">
        <Dialog.Title className="text-20 font-semibold">{t('title')}</Dialog.Title>
        <Dialog.Close asChild>
          <IconButton label={t('ui:close')} icon={<X />} className="-mt-1 -me-1" />
        </Dialog.Close>
      </div>
      <p className="mb-4 text-13 text-ink-2">{t(live ? 'lead' : 'lead_before')}</p>
      <div className="mb-6 flex items-center gap-4">
        <OwnPicture watching={watching} own={own} />
        <Sight watching={watching} />
      </div>
      <Now watching={watching} />
      <div className="mt-7">
        <Switches watching={watching} />
      </div>
      <p className="mt-5 text-13 text-ink-2">{t('never')}</p>
    </Dialog.Content>
  )
}

/** Whether the device can see at all: the one thing that is read out when it changes. */
function Sight({ watching }: { watching: Watching }) {
  const { t } = useTranslation('observed')
  const status = useWatchStatus(watching.observer)
  const words = () => {
    if (status.state === 'loading') return t('getting_ready')
    if (status.state !== 'watching') return t('cannot_see', { why: statusWords('faces', status, t) })
    return t('can_see')
  }
  return (
    <p role="status" className="font-medium">
      {words()}
    </p>
  )
}
