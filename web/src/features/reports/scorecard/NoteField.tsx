import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { formatClock } from '@/lib/locale'
import { IconButton } from '@/ui/IconButton'
import { TextArea } from '@/ui/TextArea'

import type { Note } from './draft'

type Props = {
  note: Note
  /** It was added just now: the hands are on the keys. */
  isFresh: boolean
  onType: (text: string) => void
  onRemove: () => void
}

/** A few words on a moment of the talk. One that was left empty goes by itself. */
export function NoteField({ note, isFresh, onType, onRemove }: Props) {
  const { t } = useTranslation('scorecards')
  const field = useRef<HTMLTextAreaElement>(null)
  const time = note.at_ms === null ? undefined : formatClock(note.at_ms / 1000)
  useEffect(() => {
    if (isFresh) field.current?.focus()
  }, [isFresh])
  return (
    <div className="mt-2 grid grid-cols-[--spacing(14)_1fr_auto] items-start gap-2">
      <span className="pt-2 font-mono text-13 text-ink-2">{time ?? '–'}</span>
      <TextArea
        ref={field}
        rows={2}
        value={note.text}
        maxLength={2000}
        aria-label={time ? t('note_at', { time }) : t('note')}
        onChange={(event) => onType(event.target.value)}
        onBlur={() => {
          if (!note.text.trim()) onRemove()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('[data-competency]')?.focus()
        }}
      />
      <IconButton label={t('remove_note')} icon={<X />} onClick={onRemove} />
    </div>
  )
}
