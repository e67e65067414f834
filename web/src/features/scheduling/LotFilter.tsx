import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { lotQuery, lotsQuery } from '@/features/candidates/lots/queries'
import { Select } from '@/ui/Select'

const ALL = ''

type Props = { lot: string | undefined; onChange: (lot: string | undefined) => void }

/** Only those of one lot: of the newest, and of the one that the address names. */
export function LotFilter({ lot, onChange }: Props) {
  const { t } = useTranslation('scheduling')
  const newest = useQuery(lotsQuery(undefined)).data?.items ?? []
  const named = useQuery({ ...lotQuery(lot ?? ''), enabled: lot !== undefined }).data
  const listed = named && !newest.some(({ id }) => id === named.id) ? [named, ...newest] : newest
  if (listed.length === 0 && lot === undefined) return null
  return (
    <div className="min-w-0 max-desk:w-full desk:ms-auto desk:w-64">
      <Select
        aria-label={t('of_lot')}
        value={lot ?? ALL}
        onChange={(event) => onChange(event.target.value || undefined)}
        options={[
          { value: ALL, label: t('of_all_lots') },
          ...listed.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  )
}
