import { Pencil } from 'lucide-react'
import { type MouseEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { classes } from '@/lib/classes'
import { zoneCity } from '@/lib/zones'
import { IconButton } from '@/ui/IconButton'
import { Link } from '@/ui/Link'
import { useListKeys } from '@/ui/useListKeys'

import { MemberDialog } from './MemberDialog'
import type { Member, Pool } from './queries'
import { choose, isChosen, type Selection, stretch } from './selection'

type Props = {
  pool: Pool
  members: readonly Member[]
  selection: Selection
  onSelection: (selection: Selection) => void
}

/** One page of members where the page is narrow: the rows stack, and each value follows its column's name. */
export function MemberTable({ pool, members, selection, onSelection }: Props) {
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
    <>
      <table className="block w-full text-start">
        <caption className="sr-only">{t('people_of', { pool: pool.name })}</caption>
        <tbody ref={body} className="block border-t border-line">
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
    </>
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
        'relative flex flex-wrap gap-x-3 gap-y-0.5 border-b border-line py-3 ps-8 pe-10 transition-colors',
        chosen ? 'bg-accent-soft' : 'bg-paper focus-within:bg-sunk hover:bg-sunk',
      )}
    >
      <td className="absolute start-1 top-4">
        <input
          type="checkbox"
          aria-label={t('choose_one', { name: member.name })}
          checked={chosen}
          onClick={onPick}
          readOnly
          className="block size-4 accent-accent"
        />
      </td>
      <td className="w-full">
        <Link to="/candidates/$id" params={{ id: member.candidate_id }} look="quiet">
          {member.name}
        </Link>
        <p className="text-13 wrap-anywhere text-ink-2">{member.email}</p>
      </td>
      {columns.map((column) => (
        <Value key={column} column={column} value={member.values[column] ?? ''} />
      ))}
      <td className="text-13 text-ink-2">{zoneCity(member.zone)}</td>
      <td className="absolute end-0 top-2">
        {onEdit && (
          <IconButton label={t('change_one', { name: member.name })} icon={<Pencil />} onClick={onEdit} />
        )}
      </td>
    </tr>
  )
}

function Value({ column, value }: { column: string; value: string }) {
  return (
    <td className={classes('text-13 text-ink-2', !value && 'hidden')}>
      {column} <span className="text-ink">{value}</span>
    </td>
  )
}
