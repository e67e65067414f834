import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Pager } from '@/ui/Pager'
import { TextInput } from '@/ui/TextInput'

import { type Member, membersQuery, type Pool } from '../queries'
import { type Draft, MOST_BY_HAND, type Trouble } from './draft'

type Props = {
  pool: Pool
  draft: Draft
  trouble: Trouble | undefined
  onChange: (part: Partial<Draft>) => void
}

/** Everyone in the pool, to be ticked; what was ticked stays while one searches on. */
export function HandPicker({ pool, draft: { chosen }, trouble, onChange }: Props) {
  const { t } = useTranslation('lots')
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(1)
  const members = useQuery(membersQuery(pool.id, useDeferredValue(search), page))
  const toggle = (id: string, on: boolean) =>
    onChange({ chosen: on ? [...chosen, id].slice(0, MOST_BY_HAND) : chosen.filter((one) => one !== id) })
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-13 font-medium text-ink-2">{t('hand_legend')}</legend>
      <TextInput
        type="search"
        aria-label={t('hand_search')}
        placeholder={t('hand_search')}
        className="mb-2 max-w-md"
        value={search}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        onChange={(event) => {
          setSearch(event.target.value)
          setPage(1)
        }}
      />
      <Answer query={members}>
        {(found) => (
          <>
            <ul className="max-h-96 overflow-y-auto rounded-control border border-line-2 bg-surface px-3 py-1">
              {found.items.map((member) => (
                <Choosable
                  key={member.id}
                  member={member}
                  on={chosen.includes(member.id)}
                  onToggle={toggle}
                />
              ))}
              {found.items.length === 0 && <li className="py-2 text-ink-2">{t('hand_none')}</li>}
            </ul>
            <Pager page={found.page} pages={found.pages} onPage={setPage} />
          </>
        )}
      </Answer>
      <div className="mt-2 flex min-h-9 flex-wrap items-center gap-3">
        <p role="status">{t('hand_count', { count: chosen.length, number: formatNumber(chosen.length) })}</p>
        {chosen.length > 0 && (
          <Button tone="bare" onClick={() => onChange({ chosen: [] })}>
            {t('hand_clear')}
          </Button>
        )}
      </div>
      {trouble === 'nobody_chosen' && <p className="text-13 text-grave">{t('hand_missing')}</p>}
    </fieldset>
  )
}

type ChoosableProps = { member: Member; on: boolean; onToggle: (id: string, on: boolean) => void }

function Choosable({ member, on, onToggle }: ChoosableProps) {
  return (
    <li>
      <label className="flex min-h-9 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => onToggle(member.id, event.target.checked)}
          className="size-4 shrink-0 accent-accent"
        />
        <span>{member.name}</span>
        <span className="ms-auto truncate text-13 text-ink-2">{member.email}</span>
      </label>
    </li>
  )
}
