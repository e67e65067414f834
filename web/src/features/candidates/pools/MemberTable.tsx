import { Pencil } from 'lucide-react'
import { type MouseEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { classes } from '@/lib/classes'
import { zoneCity } from '@/lib/zones'
import { IconButton } from '@/ui/IconButton'
import { Link } from '@/ui/Link'
import { Sideways, staysLook } from '@/ui/Sideways'
import { useListKeys } from '@/ui/useListKeys'

import { MemberDialog } from './MemberDialog'
import type { Member, Pool } from './queries'
import { choose, isChosen, type MemberFilter, type Selection, stretch } from './selection'

type Props = {
  pool: Pool
  members: readonly Member[]
  filter: MemberFilter
  onFilter: (filter: MemberFilter) => void
  selection: Selection
  onSelection: (selection: Selection) => void
}

/** One row for each member. On a narrow page the rows stack, and each value follows its column's name. */
export function MemberTable({ pool, members, selection, onSelection, ...order }: Props) {
  const { t } = useTranslation('pools')
  const mayChange = useMay('candidates.write')
  const [edited, setEdited] = useState<Member>()
  const body = useRef<HTMLTableSectionElement>(null)
  const lastAt = useRef<number>(undefined)
  useListKeys(body)
  const ids = members.map(({ id }) => id)
  const pick = (at: number, event: MouseEvent<HTMLInputElement>) => {
    const from = event.shiftKey && lastAt.current !== undefined ? lastAt.current : at
    lastAt.current = at
    onSelection(choose(selection, stretch(ids, from, at), event.currentTarget.checked, ids))
  }
  return (
    <Sideways label={t('people_of', { pool: pool.name })} firstStays>
      <table className="block w-full border-collapse text-left desk:table">
        <caption className="sr-only">{t('people_of', { pool: pool.name })}</caption>
        <thead className="hidden desk:table-header-group">
          <tr className="border-b border-line-2 bg-paper">
            <th scope="col" className="w-9 min-w-9 py-2">
              <PageCheckbox ids={ids} selection={selection} onSelection={onSelection} />
            </th>
            <Heading name={t('name')} by="name" stays {...order} />
            {pool.columns.map((column) => (
              <Heading key={column} name={column} by={`value:${column}`} {...order} />
            ))}
            <Heading name={t('clock')} by="zone" {...order} />
            <th scope="col">
              <span className="sr-only">{t('change')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body} className="block border-t border-line desk:table-row-group desk:border-t-0">
          {members.map((member, at) => (
            <MemberRow
              key={member.id}
              member={member}
              columns={pool.columns}
              chosen={isChosen(selection, member.id)}
              onPick={(event) => pick(at, event)}
              onEdit={mayChange && !pool.archived_at ? () => setEdited(member) : undefined}
            />
          ))}
        </tbody>
      </table>
      {edited && <MemberDialog pool={pool} member={edited} onClose={() => setEdited(undefined)} />}
    </Sideways>
  )
}

type HeadingProps = Pick<Props, 'filter' | 'onFilter'> & { name: string; by: string; stays?: boolean }

/** Pressing orders by it; pressing again turns the order round. */
function Heading({ name, by, stays, filter, onFilter }: HeadingProps) {
  const backwards = filter.order === `-${by}`
  const active = backwards || filter.order === by
  return (
    <th
      scope="col"
      aria-sort={active ? (backwards ? 'descending' : 'ascending') : undefined}
      className={classes('py-1 pr-4 text-13 font-medium text-ink-2', stays && classes(staysLook, 'min-w-48'))}
    >
      <button
        type="button"
        onClick={() => onFilter({ ...filter, order: active && !backwards ? `-${by}` : by })}
        className={classes(
          'max-w-48 truncate rounded-mark py-1 transition-colors hover:text-ink',
          active && 'text-ink',
        )}
      >
        {name}
        {active && <span aria-hidden> {backwards ? '↓' : '↑'}</span>}
      </button>
    </th>
  )
}

type PageProps = Pick<Props, 'selection' | 'onSelection'> & { ids: readonly string[] }

function PageCheckbox({ ids, selection, onSelection }: PageProps) {
  const { t } = useTranslation('pools')
  const chosen = ids.filter((id) => isChosen(selection, id)).length
  return (
    <input
      type="checkbox"
      aria-label={t('choose_page')}
      checked={chosen === ids.length}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < ids.length
      }}
      onChange={(event) => onSelection(choose(selection, ids, event.target.checked, ids))}
      className="block size-4 accent-accent"
    />
  )
}

type RowProps = {
  member: Member
  columns: readonly string[]
  chosen: boolean
  onPick: (event: MouseEvent<HTMLInputElement>) => void
  onEdit: (() => void) | undefined
}

function MemberRow({ member, columns, chosen, onPick, onEdit }: RowProps) {
  const { t } = useTranslation('pools')
  return (
    <tr
      data-list-item
      className={classes(
        'relative flex flex-wrap gap-x-3 gap-y-0.5 border-b border-line py-3 pr-10 pl-8 transition-colors',
        'desk:table-row desk:p-0',
        chosen ? 'bg-accent-soft' : 'bg-paper focus-within:bg-sunk hover:bg-sunk',
      )}
    >
      <td className="max-desk:absolute max-desk:top-4 max-desk:left-1">
        <input
          type="checkbox"
          aria-label={t('choose_one', { name: member.name })}
          checked={chosen}
          onClick={onPick}
          readOnly
          className="block size-4 accent-accent"
        />
      </td>
      <td className={classes(staysLook, 'max-desk:w-full desk:py-2 desk:pr-4')}>
        <Link to="/candidates/$id" params={{ id: member.candidate_id }} look="quiet">
          {member.name}
        </Link>
        <p className="text-13 wrap-anywhere text-ink-2">{member.email}</p>
      </td>
      {columns.map((column) => (
        <Value key={column} column={column} value={member.values[column] ?? ''} />
      ))}
      <td className="text-13 text-ink-2 desk:pr-4 desk:whitespace-nowrap">{zoneCity(member.zone)}</td>
      <td className="max-desk:absolute max-desk:top-2 max-desk:right-0 desk:w-9">
        {onEdit && (
          <IconButton label={t('change_one', { name: member.name })} icon={<Pencil />} onClick={onEdit} />
        )}
      </td>
    </tr>
  )
}

function Value({ column, value }: { column: string; value: string }) {
  return (
    <td
      className={classes(
        'max-w-64 text-13 max-desk:text-ink-2 desk:truncate desk:pr-4 desk:text-15',
        !value && 'max-desk:hidden',
      )}
    >
      <span className="text-ink-2 desk:hidden">{column} </span>
      <span className="max-desk:text-ink" title={value.length > 30 ? value : undefined}>
        {value}
      </span>
    </td>
  )
}
