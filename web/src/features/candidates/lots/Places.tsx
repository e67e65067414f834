import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { Answer } from '@/ui/Answer'
import { Chip } from '@/ui/Chip'
import { Link } from '@/ui/Link'
import { Pager } from '@/ui/Pager'
import { Cell, Row, Table } from '@/ui/Table'
import { Tabs } from '@/ui/Tabs'

import { DropOutDialog } from './DropOutDialog'
import { type Lot, type Part, type Place, placesQuery } from './queries'
import { groupField } from './words'

/** Who was chosen, in order, and who waits. */
export function Places({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const [part, setPart] = useState<Part>('drawn')
  const alternates = lot.way === 'hand' ? 0 : lot.pool_size - lot.size
  const tab = (value: Part, count: number) => ({
    value,
    label: t(`${value}_tab`, { number: formatNumber(count) }),
    content: <Listed key={value} lot={lot} part={value} />,
  })
  return (
    <section aria-label={t('who')} className="mt-8 mb-10">
      <Tabs
        label={t('who')}
        value={part}
        onChange={setPart}
        tabs={[tab('drawn', lot.size), ...(alternates ? [tab('alternates', alternates)] : [])]}
      />
    </section>
  )
}

function Listed({ lot, part }: { lot: Lot; part: Part }) {
  const { t } = useTranslation('lots')
  const [page, setPage] = useState(1)
  const places = useQuery(placesQuery(lot.id, part, page))
  const field = groupField(lot)
  const mayCallUp = useMay('candidates.write') && lot.waiting > 0
  return (
    <Answer query={places}>
      {(found) => (
        <>
          {part === 'alternates' && (
            <p className="mb-3 max-w-prose text-ink-2">
              {field ? t('alternates_grouped', { field }) : t('alternates_lead')}{' '}
              {lot.unlisted > 0 && t('alternates_unlisted', { listed: formatNumber(found.total) })}
            </p>
          )}
          <Table
            caption={t(part)}
            columns={[t('rank'), t('name'), t('address'), t('now'), ...(mayCallUp ? [t('action')] : [])]}
          >
            {found.items.map((place) => (
              <PlaceRow key={place.rank} lot={lot} part={part} place={place} mayCallUp={mayCallUp} />
            ))}
          </Table>
          <Pager page={found.page} pages={found.pages} onPage={setPage} />
        </>
      )}
    </Answer>
  )
}

type PlaceProps = { lot: Lot; part: Part; place: Place; mayCallUp: boolean }

function PlaceRow({ lot, part, place, mayCallUp }: PlaceProps) {
  const { t } = useTranslation('lots')
  const { candidate, left } = place
  const standing = !left && (part === 'drawn' || place.called_for !== null)
  return (
    <Row quiet={!!left}>
      <Cell mono>{formatNumber(place.rank)}</Cell>
      <Cell lead>
        {candidate.name ? (
          <Link to="/candidates/$id" params={{ id: candidate.id }} look="quiet">
            {candidate.name}
          </Link>
        ) : (
          t('erased')
        )}
      </Cell>
      <Cell>
        {candidate.email}
        <DrawnAs place={place} />
      </Cell>
      <Cell>
        <State place={place} field={groupField(lot)} />
      </Cell>
      {mayCallUp && <Cell end>{standing && <DropOutDialog lot={lot} place={place} />}</Cell>}
    </Row>
  )
}

/** Only where the address has changed since. */
function DrawnAs({ place: { key, candidate } }: { place: Place }) {
  const { t } = useTranslation('lots')
  const address = candidate.email.trim().toLowerCase()
  if (!key || !address || key === address) return null
  return <span className="block text-13 text-ink-2">{t('drawn_as', { key })}</span>
}

function State({ place: { left, called_for }, field }: { place: Place; field: string }) {
  const { t } = useTranslation('lots')
  if (left)
    return (
      <>
        <Chip>{t('dropped_out')}</Chip>{' '}
        <span className="text-13">
          {left.reason && `${t('quoted', { text: left.reason })} `}
          {t('came_instead', { name: left.called_name || t('erased'), rank: left.called_rank })}{' '}
          {left.same_group === false && t('other_group', { field })}
        </span>
      </>
    )
  if (called_for !== null) return <Chip tone="ok">{t('called_for', { rank: called_for })}</Chip>
  return null
}
