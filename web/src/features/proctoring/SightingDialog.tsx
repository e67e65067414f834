import { useMutation } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { desk } from '@/api/client'
import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { useProblemSentence } from '@/ui/problemSentence'
import { TextInput } from '@/ui/TextInput'
import { toast } from '@/ui/toast'

const SIGHTABLE = ['phone', 'book', 'device'] as const
type Sightable = (typeof SIGHTABLE)[number]

type Props = {
  roomSession: string
  /** What is not counted for the candidate, and so is not to be noted. */
  without: readonly string[]
}

/** What an interviewer sees with their own eyes, noted as a moment that a person has confirmed. */
export function SightingDialog({ roomSession, without }: Props) {
  const { t } = useTranslation('proctoring')
  const [open, setOpen] = useState(false)
  const [first, ...others] = SIGHTABLE.filter((rule) => !without.includes(rule))
  if (!first) return null
  return (
    <Dialog
      title={t('sight_title')}
      description={t('sight_lead')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="bare" icon={<Eye aria-hidden className="size-4" />}>
          {t('sight')}
        </Button>
      }
    >
      <SightingForm roomSession={roomSession} counted={[first, ...others]} onSaved={() => setOpen(false)} />
    </Dialog>
  )
}

type FormProps = { roomSession: string; counted: [Sightable, ...Sightable[]]; onSaved: () => void }

function SightingForm({ roomSession, counted, onSaved }: FormProps) {
  const { t } = useTranslation('proctoring')
  const sentence = useProblemSentence()
  const [rule, setRule] = useState<Sightable>(counted[0])
  const [note, setNote] = useState('')
  const save = useMutation({
    mutationFn: () =>
      desk.POST('/api/rooms/{room_session_id}/sightings', {
        params: { path: { room_session_id: roomSession } },
        body: { rule, note: note.trim() },
      }),
    onSuccess: () => {
      toast({ text: t('sight_noted'), tone: 'ok' })
      onSaved()
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Choice
        label={t('sight_title')}
        options={counted.map((one) => ({ value: one, label: t(`sight_${one}`) }))}
        value={rule}
        onChange={setRule}
      />
      <Field label={t('sight_note')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {save.error && (
        <p role="alert" className="text-grave">
          {sentence(save.error)}
        </p>
      )}
      <Button type="submit" tone="main" busy={save.isPending} className="justify-self-end">
        {t('sight_save')}
      </Button>
    </form>
  )
}
