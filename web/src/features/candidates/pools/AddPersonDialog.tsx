import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Combobox } from '@/ui/Combobox'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { CandidateDialog } from '../CandidateDialog'
import { type Candidate, candidatesQuery } from '../queries'
import { type Pool, useAddMembers } from './queries'

type Props = { pool: Pool; onClose: () => void }

/** A candidate who is known, or one who is made known here. */
export function AddPersonDialog({ pool, onClose }: Props) {
  const { t } = useTranslation('pools')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('add_person')}
      description={t('add_person_lead')}
    >
      <AddPersonForm pool={pool} onClose={onClose} />
    </Dialog>
  )
}

function AddPersonForm({ pool, onClose }: Props) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const [search, setSearch] = useState('')
  const [person, setPerson] = useState<Candidate>()
  const [newName, setNewName] = useState<string>()
  const [tried, setTried] = useState(false)
  const add = useAddMembers(pool.id)
  const candidates = useQuery(candidatesQuery(search))
  const found = candidates.data?.items ?? []
  const known = person && !found.some(({ id }) => id === person.id) && !search ? [person, ...found] : found
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!person) return
    const said = (count: number) => t(count ? 'person_added' : 'person_was_in', { name: person.name })
    const onSuccess = ({ count }: { count: number }) => {
      toast({ text: said(count), tone: 'ok' })
      onClose()
    }
    add.mutate([person.id], { onSuccess })
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Field label={t('person')} error={tried && !person ? t('person_missing') : undefined}>
        {(ids) => (
          <Combobox
            {...ids}
            placeholder={t('search')}
            value={person?.id ?? ''}
            onChange={(id) => setPerson(known.find((one) => one.id === id))}
            onSearch={setSearch}
            options={known.map(({ id, name, email }) => ({ value: id, label: name, detail: email }))}
            extra={{ label: (query) => t('new_person', { name: query }), onPick: setNewName }}
          />
        )}
      </Field>
      {newName !== undefined && (
        <CandidateDialog
          open
          name={newName}
          onOpenChange={(open) => !open && setNewName(undefined)}
          onSaved={setPerson}
        />
      )}
      {(add.error ?? candidates.error) && (
        <p role="alert" className="text-grave">
          {sentence(add.error ?? candidates.error)}
        </p>
      )}
      <Button type="submit" tone="main" busy={add.isPending} className="justify-self-end">
        {t('add')}
      </Button>
    </form>
  )
}
