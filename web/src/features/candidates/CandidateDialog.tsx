import { type SubmitEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { LANGUAGES, nameOfLanguage } from '@/lib/languages'
import { browserZone } from '@/lib/zones'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { TextArea } from '@/ui/TextArea'
import { TextInput } from '@/ui/TextInput'
import { useFormProblem } from '@/ui/useFormProblem'
import { ZoneCombobox } from '@/ui/ZoneCombobox'

import { type Candidate, type CandidateDetails, useSaveCandidate } from './queries'

type Props = {
  /** The one to change; a new one is added without it. */
  candidate?: Candidate
  /** What a new one begins with. */
  name?: string
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onSaved?: (candidate: Candidate) => void
}

export function CandidateDialog({ candidate, name = '', trigger, onSaved, ...rest }: Props) {
  const { t } = useTranslation('candidates')
  const [ownOpen, setOwnOpen] = useState(false)
  const setOpen = (open: boolean) => {
    setOwnOpen(open)
    rest.onOpenChange?.(open)
  }
  return (
    <Dialog
      title={candidate ? t('change_title') : t('add_title')}
      description={candidate ? undefined : t('add_lead')}
      trigger={trigger}
      open={rest.open ?? ownOpen}
      onOpenChange={setOpen}
    >
      <CandidateForm
        candidate={candidate}
        name={name}
        onSaved={(saved) => {
          setOpen(false)
          onSaved?.(saved)
        }}
      />
    </Dialog>
  )
}

type FormProps = { candidate: Candidate | undefined; name: string; onSaved: (candidate: Candidate) => void }
const FIELDS = ['name', 'email', 'zone', 'phone', 'note'] as const

function CandidateForm({ candidate, name, onSaved }: FormProps) {
  const { t } = useTranslation('candidates')
  const formId = useId()
  const save = useSaveCandidate(candidate?.id)
  const problem = useFormProblem(save.error, FIELDS, { candidate_exists: 'email', unknown_zone: 'zone' })
  const [details, setDetails] = useState<CandidateDetails>(
    candidate ?? { name, email: '', zone: browserZone(), locale: '', phone: '', note: '' },
  )
  const [tried, setTried] = useState(false)
  const missing = (field: 'name' | 'email') =>
    tried && !details[field].trim() ? t(`missing.${field}`) : undefined
  const change = (part: Partial<CandidateDetails>) => {
    save.reset()
    setDetails({ ...details, ...part })
  }
  const submit = (event: SubmitEvent) => {
    // A dialog's form may stand inside another form's tree; its submit is its own.
    event.stopPropagation()
    event.preventDefault()
    setTried(true)
    if (!details.name.trim() || !details.email.trim()) return
    const { name, email, zone, locale, phone, note } = details
    save.mutate({ name, email, zone, locale, phone, note }, { onSuccess: onSaved })
  }
  return (
    <form id={formId} noValidate onSubmit={submit} className="grid gap-4">
      <Field label={t('name')} error={missing('name') ?? problem.at('name')}>
        {(ids) => (
          <TextInput
            {...ids}
            autoComplete="off"
            value={details.name}
            onChange={(e) => change({ name: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('email')} hint={t('email_hint')} error={missing('email') ?? problem.at('email')}>
        {(ids) => (
          <TextInput
            {...ids}
            type="email"
            autoComplete="off"
            value={details.email}
            onChange={(e) => change({ email: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('zone')} hint={t('zone_hint')} error={problem.at('zone')}>
        {(ids) => <ZoneCombobox {...ids} value={details.zone} onChange={(zone) => change({ zone })} />}
      </Field>
      <Field label={t('locale')} hint={t('locale_hint')}>
        {(ids) => <LocaleSelect {...ids} value={details.locale} onChange={(locale) => change({ locale })} />}
      </Field>
      <Field label={t('phone')} error={problem.at('phone')}>
        {(ids) => (
          <TextInput
            {...ids}
            type="tel"
            autoComplete="off"
            value={details.phone}
            onChange={(e) => change({ phone: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('note')} hint={t('note_hint')} error={problem.at('note')}>
        {(ids) => (
          <TextArea {...ids} value={details.note} onChange={(e) => change({ note: e.target.value })} />
        )}
      </Field>
      {problem.general && (
        <p role="alert" className="text-grave">
          {problem.general}
        </p>
      )}
      <Button type="submit" tone="main" busy={save.isPending} className="mt-2 justify-self-end">
        {candidate ? t('save') : t('add')}
      </Button>
    </form>
  )
}

type LocaleProps = {
  id: string
  value: CandidateDetails['locale']
  onChange: (locale: CandidateDetails['locale']) => void
}

function LocaleSelect({ value, onChange, ...ids }: LocaleProps) {
  const { t } = useTranslation('candidates')
  const ours = t('locale_default', { language: nameOfLanguage(useMe().organisation.locale) })
  return (
    <Select
      {...ids}
      value={value}
      onChange={(event) => onChange(event.target.value as typeof value)}
      options={[
        { value: '', label: ours },
        ...LANGUAGES.map((language) => ({ value: language, label: nameOfLanguage(language) })),
      ]}
    />
  )
}
