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

const RULES = ['phone', 'book', 'device'] as const
type Rule = (typeof RULES)[number]

/** What an interviewer sees with their own eyes, noted as a moment that a person has confirmed. */
export function SightingDialog({ roomSession }: { roomSession: string }) {
  const { t } = useTranslation('proctoring')
  const [open, setOpen] = useState(false)
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
      <SightingForm roomSession={roomSession} onSaved={() => setOpen(false)} />
    </Dialog>
  )
}

function SightingForm({ roomSession, onSaved }: { roomSession: string; onSaved: () => void }) {
  const { t } = useTranslation('proctoring')
  const sentence = useProblemSentence()
  const [rule, setRule] = useState<Rule>('phone')
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
        options={RULES.map((one) => ({ value: one, label: t(`sight_${one}`) }))}
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
