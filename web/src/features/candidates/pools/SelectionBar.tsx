import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { saveText } from '@/lib/save-text'
import { Button } from '@/ui/Button'
import { buttonLook } from '@/ui/buttonLook'
import { Link } from '@/ui/Link'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { chosenFile, type Members, membersFile, type Pool } from './queries'
import { howMany, type MemberFilter, NOBODY, type Selection } from './selection'
import { useRemoval } from './useRemoval'

/** By which spreadsheet programs know UTF-8; reading an answer takes it off. */
const BYTE_ORDER_MARK = '\ufeff'

type Props = {
  pool: Pool
  filter: MemberFilter
  found: Members
  selection: Selection
  onSelection: (selection: Selection) => void
  /** Columns that are not looked at. */
  hidden: readonly string[]
}

/** How many are found; once some are chosen, what can be done with them. It keeps its place either way. */
export function SelectionBar({ pool, filter, found, selection, onSelection, hidden }: Props) {
  const { t } = useTranslation('pools')
  const mayChange = useMay('candidates.write') && !pool.archived_at
  const removal = useRemoval(pool.id)
  const count = howMany(selection, found.total)
  const sentence = useProblemSentence()
  const remove = () =>
    removal.remove(selection).then(
      () => onSelection(NOBODY),
      (problem: unknown) => toast({ text: sentence(problem), tone: 'grave' }),
    )
  return (
    <div className="mb-1 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
      {count === 0 ? (
        <FoundCount found={found} filter={filter} />
      ) : (
        <p role="status" className="font-medium">
          {t('chosen', { count, number: formatNumber(count) })}
        </p>
      )}
      {count > 0 && selection.mode === 'some' && count < found.total && (
        <Button tone="bare" onClick={() => onSelection({ mode: 'all', filter })}>
          {t('choose_all', { count: found.total, number: formatNumber(found.total) })}
        </Button>
      )}
      {count > 0 && (
        <div className="ms-auto flex flex-wrap gap-2">
          <Button tone="bare" onClick={() => onSelection(NOBODY)}>
            {t('choose_nobody')}
          </Button>
          <FileButton pool={pool} selection={selection} hidden={hidden} />
          {mayChange && (
            <Button busy={removal.isPending} onClick={() => void remove()}>
              {t('remove')}
            </Button>
          )}
          {mayChange && <DrawLink pool={pool} selection={selection} />}
        </div>
      )}
    </div>
  )
}

function FileButton({ pool, selection, hidden }: Pick<Props, 'pool' | 'selection' | 'hidden'>) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const [busy, setBusy] = useState(false)
  if (selection.mode === 'all')
    return (
      <a
        href={membersFile(pool.id, selection.filter, hidden)}
        download
        className={buttonLook('plain', 'desk')}
      >
        {t('export')}
      </a>
    )
  const save = async () => {
    setBusy(true)
    try {
      saveText('pool.csv', BYTE_ORDER_MARK + (await chosenFile(pool.id, selection, hidden)), 'text/csv')
    } catch (problem) {
      toast({ text: sentence(problem), tone: 'grave' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button busy={busy} onClick={() => void save()}>
      {t('export')}
    </Button>
  )
}

/** Those who were chosen one by one go along by name, everyone else by the filter. */
function DrawLink({ pool, selection }: { pool: Pool; selection: Selection }) {
  const { t } = useTranslation('pools')
  const to = { to: '/pools/$id/draw', params: { id: pool.id }, look: 'plain' } as const
  return selection.mode === 'some' ? (
    <Link {...to} state={{ chosen: selection.ids }}>
      {t('choose_these')}
    </Link>
  ) : (
    <Link {...to} search={selection.filter}>
      {t('draw_from_these')}
    </Link>
  )
}

/** How many are found, said to everyone. */
function FoundCount({ found, filter }: { found: Members; filter: MemberFilter }) {
  const { t } = useTranslation('pools')
  const params = { count: found.total, number: formatNumber(found.total) }
  return (
    <p role="status" className="text-13 text-ink-2">
      {filter.search || filter.column ? t('match_count', params) : t('people_count', params)}
    </p>
  )
}
