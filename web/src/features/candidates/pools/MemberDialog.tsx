import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Link } from '@/ui/Link'
import { useProblemSentence } from '@/ui/problemSentence'
import { TextInput } from '@/ui/TextInput'

import { type Member, type Pool, useChangeMember } from './queries'

const LONGEST = 1000

type Props = { pool: Pool; member: Member; onClose: () => void }

/** What this pool says of a person; name and address belong to the candidate, wherever they are. */
export function MemberDialog({ pool, member, onClose }: Props) {
  const { t } = useTranslation('pools')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={member.name}
      description={
        <>
          {member.email} ·{' '}
          <Link to="/candidates/$id" params={{ id: member.candidate_id }}>
            {t('change_candidate')}
          </Link>
        </>
      }
    >
      {pool.columns.length > 0 ? (
        <ValuesForm pool={pool} member={member} onClose={onClose} />
      ) : (
        <p className="text-ink-2">{t('no_columns')}</p>
      )}
    </Dialog>
  )
}

function ValuesForm({ pool, member, onClose }: Props) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const change = useChangeMember(pool.id, member.id)
  const [values, setValues] = useState(member.values)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    change.mutate(values, { onSuccess: onClose })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {pool.columns.map((column) => (
        <Field key={column} label={column}>
          {(ids) => (
            <TextInput
              {...ids}
              autoComplete="off"
              maxLength={LONGEST}
              value={values[column] ?? ''}
              onChange={(event) => setValues({ ...values, [column]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {change.error && (
        <p role="alert" className="text-grave">
          {sentence(change.error)}
        </p>
      )}
      <Button type="submit" tone="main" busy={change.isPending} className="justify-self-end">
        {t('save')}
      </Button>
    </form>
  )
}
