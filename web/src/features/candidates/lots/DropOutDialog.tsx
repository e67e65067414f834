import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { TextArea } from '@/ui/TextArea'
import { toast } from '@/ui/toast'
import { useFormProblem } from '@/ui/useFormProblem'

import { type Lot, type Place, useCallUp } from './queries'
import { groupField } from './words'

const MOST_LETTERS = 500

/** A person of the lot drops out, for a reason that stays, and the next alternate is called up. */
export function DropOutDialog({ lot, place }: { lot: Lot; place: Place }) {
  const { t } = useTranslation('lots')
  const [open, setOpen] = useState(false)
  const { name } = place.candidate
  return (
    <Dialog
      title={t('drop_out_title', { name })}
      description={t('drop_out_text')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="bare" className="desk:-ms-3.5" aria-label={t('drop_out_name', { name })}>
          {t('drop_out')}
        </Button>
      }
    >
      <ReasonForm lot={lot} place={place} onDone={() => setOpen(false)} />
    </Dialog>
  )
}

function ReasonForm({ lot, place, onDone }: { lot: Lot; place: Place; onDone: () => void }) {
  const { t } = useTranslation('lots')
  const callUp = useCallUp(lot.id)
  const problem = useFormProblem(callUp.error, ['reason'])
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!reason.trim() || callUp.isPending) return
    callUp.mutate(
      { rank: place.rank, reason },
      {
        onSuccess: ({ called, same_group }) => {
          onDone()
          const other = same_group === false ? ` ${t('other_group', { field: groupField(lot) })}` : ''
          toast({ text: t('called_up', { name: called.name }) + other, tone: 'ok' })
        },
      },
    )
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field
        label={t('reason')}
        hint={t('reason_hint')}
        error={tried && !reason.trim() ? t('reason_missing') : problem.at('reason')}
      >
        {(ids) => (
          <TextArea
            {...ids}
            maxLength={MOST_LETTERS}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {problem.general && (
        <p role="alert" className="text-grave">
          {problem.general}
        </p>
      )}
      <Button type="submit" tone="main" busy={callUp.isPending} className="justify-self-end">
        {t('call_up')}
      </Button>
    </form>
  )
}
