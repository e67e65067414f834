import { Pencil } from 'lucide-react'
import { type MouseEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { zoneCity } from '@/lib/zones'
import { type DataColumn, DataTable } from '@/ui/DataTable'
import { IconButton } from '@/ui/IconButton'
import { Link } from '@/ui/Link'
import { toast } from '@/ui/toast'

import { Heading, sortedBy } from './Heading'
import { MemberDialog } from './MemberDialog'
import type { Member, Pool } from './queries'
import { choose, howMany, isChosen, type MemberFilter, NOBODY, type Selection } from './selection'
import { useMemberRows } from './useMemberRows'

/** As many as the server takes one by one; who means more means all that match. */
const MOST_IN_STRETCH = 1000

type Props = {
  pool: Pool
  total: number
  filter: MemberFilter
  hidden: readonly string[]
  onFilter: (filter: MemberFilter) => void
  selection: Selection
  onSelection: (selection: Selection) => void
}

/** Everyone whom the filter finds, in one table however many they are. */
export function MemberGrid({ pool, total, filter, hidden, onFilter, selection, onSelection }: Props) {
  const { t } = useTranslation('pools')
  const mayChange = useMay('candidates.write') && !pool.archived_at
  const [edited, setEdited] = useState<Member>()
  const rows = useMemberRows(pool.id, filter)
  const pick = useStretches(rows, selection, onSelection)
  const order = { filter, onFilter }
  const columns: DataColumn<Member>[] = [
    {
      id: 'choose',
      width: 'w-10',
      head: <AllCheckbox {...{ total, filter, selection, onSelection }} />,
      cell: (member, at) => (
        <input
          type="checkbox"
          aria-label={t('choose_one', { name: member.name })}
          checked={isChosen(selection, member.id)}
          onClick={(event) => void pick(member.id, at, event)}
          readOnly
          className="ms-1 block size-4 accent-accent"
        />
      ),
    },
    {
      id: 'name',
      width: 'w-72',
      stays: true,
      sorted: sortedBy(filter, 'name'),
      head: <Heading name={t('name')} by="name" {...order} />,
      cell: (member) => <Who member={member} />,
    },
    ...pool.columns
      .filter((column) => !hidden.includes(column))
      .map((column) => ({
        id: `value:${column}`,
        width: 'w-44',
        sorted: sortedBy(filter, `value:${column}`),
        head: <Heading name={column} by={`value:${column}`} {...order} />,
        cell: (member: Member) => <Value value={member.values[column] ?? ''} />,
      })),
    {
      id: 'zone',
      width: 'w-36',
      sorted: sortedBy(filter, 'zone'),
      head: <Heading name={t('clock')} by="zone" {...order} />,
      cell: (member) => <span className="text-13 text-ink-2">{zoneCity(member.zone)}</span>,
    },
    {
      id: 'change',
      width: 'w-13',
      head: <span className="sr-only">{t('change')}</span>,
      cell: (member) =>
        mayChange && (
          <IconButton
            label={t('change_one', { name: member.name })}
            icon={<Pencil />}
            onClick={() => setEdited(member)}
          />
        ),
    },
  ]
  return (
    <>
      <DataTable
        caption={t('people_of', { pool: pool.name })}
        columns={columns}
        count={total}
        rowAt={rows.rowAt}
        isChosen={(member) => isChosen(selection, member.id)}
        onWindow={rows.onWindow}
        resetOn={JSON.stringify(filter)}
      />
      {edited && <MemberDialog pool={pool} member={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}

type Rows = ReturnType<typeof useMemberRows>

/** One at a time; with Shift, everyone from the one before to this one. */
function useStretches(rows: Rows, selection: Selection, onSelection: (next: Selection) => void) {
  const { t } = useTranslation('pools')
  const lastAt = useRef<number>(undefined)
  return async (id: string, at: number, event: MouseEvent<HTMLInputElement>) => {
    const on = event.currentTarget.checked
    const from = event.shiftKey ? (lastAt.current ?? at) : at
    lastAt.current = at
    if (Math.abs(at - from) >= MOST_IN_STRETCH) {
      toast({ text: t('long_stretch', { number: formatNumber(MOST_IN_STRETCH) }) })
      return
    }
    const ids = from === at ? [id] : await rows.idsBetween(Math.min(from, at), Math.max(from, at))
    onSelection(choose(selection, ids, on, rows.shownIds()))
  }
}

type AllProps = Pick<Props, 'total' | 'filter' | 'selection' | 'onSelection'>

function AllCheckbox({ total, filter, selection, onSelection }: AllProps) {
  const { t } = useTranslation('pools')
  const chosen = howMany(selection, total)
  return (
    <input
      type="checkbox"
      aria-label={t('choose_all', { count: total, number: formatNumber(total) })}
      checked={chosen > 0 && chosen === total}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < total
      }}
      onChange={(event) => onSelection(event.target.checked ? { mode: 'all', filter } : NOBODY)}
      className="ms-1 block size-4 accent-accent"
    />
  )
}

function Who({ member }: { member: Member }) {
  return (
    <>
      <Link to="/candidates/$id" params={{ id: member.candidate_id }} look="quiet" className="block truncate">
        {member.name}
      </Link>
      <p className="truncate text-13 text-ink-2">{member.email}</p>
    </>
  )
}

function Value({ value }: { value: string }) {
  return (
    <p className="truncate" title={value.length > 20 ? value : undefined}>
      {value}
    </p>
  )
}
