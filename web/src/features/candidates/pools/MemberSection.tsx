import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Answer } from '@/ui/Answer'
import { Pager } from '@/ui/Pager'
import { useWide } from '@/ui/useWide'

import { FilterBar } from './FilterBar'
import { MemberGrid } from './MemberGrid'
import { MemberTable } from './MemberTable'
import { membersQuery, type Pool } from './queries'
import { type MemberFilter, NOBODY, type Selection } from './selection'
import { SelectionBar } from './SelectionBar'
import { usePoolView } from './view'
import { ViewMenu } from './ViewMenu'

type Props = {
  pool: Pool
  filter: MemberFilter
  page: number
  onFilter: (filter: MemberFilter) => void
  onPage: (page: number) => void
  /** What stands below. It comes with the people, so that they do not push it away. */
  children?: ReactNode
}

/** Who is in the pool: found, ordered, chosen. A choice lasts as long as the filter that it was made under. */
export function MemberSection({ pool, filter, page, onFilter, onPage, children }: Props) {
  const { t } = useTranslation('pools')
  const isWide = useWide()
  const view = usePoolView(pool.id)
  const members = useQuery(membersQuery(pool.id, filter, isWide ? 1 : page))
  const under = JSON.stringify(filter)
  const [choice, setChoice] = useState({ under, selection: NOBODY })
  const selection = choice.under === under ? choice.selection : NOBODY
  const setSelection = (next: Selection) => setChoice({ under, selection: next })
  return (
    <>
      <section aria-label={t('people')}>
        <FilterBar pool={pool} filter={filter} onChange={onFilter}>
          {isWide && <ViewMenu pool={pool} filter={filter} view={view} onFilter={onFilter} />}
        </FilterBar>
        <Answer query={members}>
          {(found) => (
            <>
              <SelectionBar
                pool={pool}
                filter={filter}
                found={found}
                selection={selection}
                onSelection={setSelection}
                hidden={isWide ? view.hidden : []}
              />
              {found.items.length === 0 ? (
                <p className="border-y border-line py-8 text-ink-2">{t('none_match')}</p>
              ) : isWide ? (
                <MemberGrid
                  pool={pool}
                  total={found.total}
                  filter={filter}
                  hidden={view.hidden}
                  onFilter={onFilter}
                  selection={selection}
                  onSelection={setSelection}
                />
              ) : (
                <>
                  <MemberTable
                    pool={pool}
                    members={found.items}
                    selection={selection}
                    onSelection={setSelection}
                  />
                  <Pager page={found.page} pages={found.pages} onPage={onPage} />
                </>
              )}
            </>
          )}
        </Answer>
      </section>
      {!members.isPending && children}
    </>
  )
}
