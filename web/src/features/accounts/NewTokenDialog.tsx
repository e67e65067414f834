import { Plus } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Select } from '@/ui/Select'
import { TextInput } from '@/ui/TextInput'
import { useFormProblem } from '@/ui/useFormProblem'

import { NewTokenSecret } from './NewTokenSecret'
import { type NewToken, useCreateToken } from './tokens'

const DAY_MS = 86_400_000
const LIVES = ['30', '90', '365', 'never'] as const
type Life = (typeof LIVES)[number]

/** Makes a token and shows its secret, this once. */
export function NewTokenDialog() {
  const { t } = useTranslation('accounts')
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<NewToken>()
  const change = (next: boolean) => {
    setOpen(next)
    if (next) setMade(undefined)
  }
  return (
    <Dialog
      title={made ? t('token_made_title', { name: made.name }) : t('token_new_title')}
      description={made ? t('token_made_lead') : t('token_new_lead')}
      open={open}
      onOpenChange={change}
      trigger={
        <Button tone="main" icon={<Plus aria-hidden className="size-4" />}>
          {t('token_new')}
        </Button>
      }
    >
      {made ? (
        <NewTokenSecret secret={made.secret} onDone={() => change(false)} />
      ) : (
        <NewTokenForm onMade={setMade} />
      )}
    </Dialog>
  )
}

const expiryOf = (life: Life) =>
  life === 'never' ? null : new Date(Date.now() + Number(life) * DAY_MS).toISOString()

function NewTokenForm({ onMade }: { onMade: (token: NewToken) => void }) {
  const { t } = useTranslation('accounts')
  const create = useCreateToken()
  const problem = useFormProblem(create.error, ['name', 'expires_at'])
  const [name, setName] = useState('')
  const [life, setLife] = useState<Life>('90')
  const [tried, setTried] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim()) create.mutate({ name, expires_at: expiryOf(life) }, { onSuccess: onMade })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field
        label={t('token_name')}
        hint={t('token_name_hint')}
        error={tried && !name.trim() ? t('token_name_missing') : problem.at('name')}
      >
        {(ids) => (
          <TextInput
            {...ids}
            autoComplete="off"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('token_life')} error={problem.at('expires_at')}>
        {(ids) => (
          <Select
            {...ids}
            value={life}
            onChange={(event) => setLife(event.target.value as Life)}
            options={LIVES.map((one) => ({ value: one, label: t(`token_life_${one}`) }))}
          />
        )}
      </Field>
      {problem.general && (
        <p role="alert" className="text-grave">
          {problem.general}
        </p>
      )}
      <Button type="submit" tone="main" busy={create.isPending} className="justify-self-end">
        {t('token_create')}
      </Button>
    </form>
  )
}
