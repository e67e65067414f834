import { type ReactNode, type SubmitEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Choice } from '@/ui/Choice'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { useProblemSentence } from '@/ui/problemSentence'
import { TextArea } from '@/ui/TextArea'

import { type DecisionName, DECISIONS, useDecide } from './decisionQueries'

type Props = { interview: string; candidate: string; trigger: ReactNode }

/** A decision is a person's, with a reason. */
export function DecisionDialog({ interview, candidate, trigger }: Props) {
  const { t } = useTranslation('reports')
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      title={t('decide_title', { name: candidate })}
      description={t('decide_lead')}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
    >
      <DecisionForm interview={interview} onDecided={() => setOpen(false)} />
    </Dialog>
  )
}

function DecisionForm({ interview, onDecided }: { interview: string; onDecided: () => void }) {
  const { t } = useTranslation('reports')
  const sentence = useProblemSentence()
  const decide = useDecide(interview)
  const [decision, setDecision] = useState<DecisionName>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const formId = useId()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (decision && reason.trim()) decide.mutate({ decision, reason }, { onSuccess: onDecided })
  }
  const missing = tried && (!decision ? t('decision_missing') : !reason.trim() ? t('reason_missing') : '')
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <Choice
        label={t('decision')}
        value={decision}
        onChange={setDecision}
        options={DECISIONS.map((value) => ({ value, label: t(`decide_${value}`) }))}
      />
      <Field label={t('reason')} hint={t('reason_hint')} className="mt-4">
        {(ids) => (
          <TextArea
            {...ids}
            value={reason}
            maxLength={2000}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {(missing || decide.error) && (
        <p role="alert" className="mt-3 text-13 text-grave">
          {missing || sentence(decide.error)}
        </p>
      )}
      <div className="mt-6 flex justify-end">
        <Button type="submit" tone="main" busy={decide.isPending}>
          {t('record_decision')}
        </Button>
      </div>
    </form>
  )
}
