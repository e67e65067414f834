import { type ReactNode, type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'
import { useFormProblem } from '@/ui/useFormProblem'

import { type Pool, useSavePool } from './queries'

type Props = {
  /** The one to rename; a new one is made without it. */
  pool?: Pool
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onSaved?: (pool: Pool) => void
}

export function PoolDialog({ pool, trigger, onSaved, ...rest }: Props) {
  const { t } = useTranslation('pools')
  const [ownOpen, setOwnOpen] = useState(false)
  const setOpen = (open: boolean) => {
    setOwnOpen(open)
    rest.onOpenChange?.(open)
  }
  return (
    <Dialog
      title={pool ? t('rename_title') : t('create_title')}
      description={pool ? undefined : t('create_lead')}
      trigger={trigger}
      open={rest.open ?? ownOpen}
      onOpenChange={setOpen}
    >
      <PoolForm
        pool={pool}
        onSaved={(saved) => {
          setOpen(false)
          onSaved?.(saved)
        }}
      />
    </Dialog>
  )
}

function PoolForm({ pool, onSaved }: { pool: Pool | undefined; onSaved: (pool: Pool) => void }) {
  const { t } = useTranslation('pools')
  const save = useSavePool(pool?.id)
  const problem = useFormProblem(save.error, ['name'])
  const [name, setName] = useState(pool?.name ?? '')
  const [tried, setTried] = useState(false)
  const missing = tried && !name.trim() ? t('name_missing') : undefined
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim()) save.mutate(name, { onSuccess: onSaved })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label={t('name')} hint={t('name_hint')} error={missing ?? problem.at('name')}>
        {(ids) => (
          <TextInput
            {...ids}
            autoComplete="off"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {problem.general && (
        <p role="alert" className="text-grave">
          {problem.general}
        </p>
      )}
      <Button type="submit" tone="main" busy={save.isPending} className="justify-self-end">
        {pool ? t('rename') : t('create')}
      </Button>
    </form>
  )
}
