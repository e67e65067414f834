import { Columns3, X } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { IconButton } from '@/ui/IconButton'
import { textLinkLook } from '@/ui/Link'
import { Popover } from '@/ui/Popover'
import { TextInput } from '@/ui/TextInput'

import { membersFile, type Pool } from './queries'
import type { MemberFilter } from './selection'
import type { PoolView } from './view'

type Props = {
  pool: Pool
  filter: MemberFilter
  view: PoolView
  onFilter: (filter: MemberFilter) => void
}

/** Which columns are shown, and what is looked at often. */
export function ViewMenu({ pool, filter, view, onFilter }: Props) {
  const { t } = useTranslation('pools')
  return (
    <Popover
      label={t('view')}
      trigger={<Button icon={<Columns3 aria-hidden className="size-4" />}>{t('view')}</Button>}
    >
      {pool.columns.length > 0 && (
        <fieldset className="mb-4">
          <legend className="mb-1 text-13 font-medium text-ink-2">{t('columns')}</legend>
          {pool.columns.map((column) => (
            <label key={column} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                checked={!view.hidden.includes(column)}
                onChange={(event) => view.showColumn(column, event.target.checked)}
                className="size-4 accent-accent"
              />
              <span className="truncate">{column}</span>
            </label>
          ))}
        </fieldset>
      )}
      <h3 className="mb-1 text-13 font-medium text-ink-2">{t('saved_views')}</h3>
      <ul>
        {view.views.map((one) => (
          <li key={one.name} className="flex items-center gap-1">
            <Button
              tone="bare"
              className="min-w-0 flex-1 justify-start truncate"
              onClick={() => {
                view.apply(one)
                onFilter(one.filter)
              }}
            >
              {one.name}
            </Button>
            <IconButton
              label={t('forget_view', { name: one.name })}
              icon={<X />}
              onClick={() => view.forget(one.name)}
            />
          </li>
        ))}
      </ul>
      <SaveView onSave={(name) => view.save(name, filter)} />
      <p className="mt-4 border-t border-line pt-3">
        <a href={membersFile(pool.id, filter, view.hidden)} download className={textLinkLook}>
          {t('export_view')}
        </a>
      </p>
    </Popover>
  )
}

function SaveView({ onSave }: { onSave: (name: string) => void }) {
  const { t } = useTranslation('pools')
  const [name, setName] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    onSave(name.trim())
    setName('')
  }
  return (
    <form onSubmit={submit} className="mt-1">
      <div className="flex gap-2">
        <TextInput
          aria-label={t('view_name')}
          placeholder={t('view_name')}
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit">{t('save_view')}</Button>
      </div>
      <p className="mt-1 text-12 text-ink-2">{t('views_kept')}</p>
    </form>
  )
}
