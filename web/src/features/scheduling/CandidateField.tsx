import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { CandidateDialog } from '@/features/candidates/CandidateDialog'
import { type Candidate, candidatesQuery } from '@/features/candidates/queries'
import { Combobox } from '@/ui/Combobox'
import { Field } from '@/ui/Field'

type Props = {
  candidate: Candidate | undefined
  onChange: (candidate: Candidate) => void
  missing: boolean
}

/** Finds a candidate, or adds one without leaving the page. */
export function CandidateField({ candidate, onChange, missing }: Props) {
  const { t } = useTranslation('scheduling')
  const [search, setSearch] = useState('')
  const [newName, setNewName] = useState<string>()
  const found = useQuery(candidatesQuery(search)).data?.items ?? []
  const known =
    candidate && !found.some(({ id }) => id === candidate.id) && !search ? [candidate, ...found] : found
  const pick = (id: string) => {
    const picked = known.find((one) => one.id === id)
    if (picked) onChange(picked)
  }
  return (
    <Field label={t('candidate')} error={missing ? t('candidate_missing') : undefined}>
      {(ids) => (
        <>
          <Combobox
            {...ids}
            placeholder={t('candidate_search')}
            value={candidate?.id ?? ''}
            onChange={pick}
            onSearch={setSearch}
            options={known.map(({ id, name, email }) => ({ value: id, label: name, detail: email }))}
            extra={{
              label: (query) => (query ? t('add_named', { name: query }) : t('add_candidate')),
              onPick: setNewName,
            }}
          />
          {newName !== undefined && (
            <CandidateDialog
              open
              name={newName}
              onOpenChange={(open) => !open && setNewName(undefined)}
              onSaved={onChange}
            />
          )}
        </>
      )}
    </Field>
  )
}
