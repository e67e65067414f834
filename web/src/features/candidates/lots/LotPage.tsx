import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'

import { Places } from './Places'
import { Proof } from './Proof'
import { type Lot, lotQuery } from './queries'
import { shareWords, storyOf, wayWords } from './words'

/** One lot: how it came about, who is in it, and how to check it. */
export function LotPage() {
  const { id } = useParams({ from: '/staff/desk/lots/$id' })
  const { t } = useTranslation('lots')
  const lot = useQuery(lotQuery(id))
  usePageTitle(lot.data?.name)
  return (
    <Answer query={lot}>
      {(lot) => (
        <>
          <p className="text-13 text-ink-2">
            {t('from_pool')}{' '}
            <Link to="/pools/$id" params={{ id: lot.pool.id }}>
              {lot.pool.name}
            </Link>
          </p>
          <PageHeader
            title={lot.name}
            lead={`${shareWords(lot, t)}, ${wayWords(lot, t)}`}
            action={<Actions lot={lot} />}
          />
          <Story lot={lot} />
          <Places lot={lot} />
          <Proof lot={lot} />
        </>
      )}
    </Answer>
  )
}

function Actions({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const [mayCompare, mayPlan] = [useMay('reports.read'), useMay('interviews.plan')]
  return (
    <>
      <Link to="/interviews" search={{ lot: lot.id }} look="plain">
        {t('interviews')}
      </Link>
      {mayCompare && (
        <Link to="/lots/$id/compare" params={{ id: lot.id }} look="plain">
          {t('compare')}
        </Link>
      )}
      {mayPlan && (
        <Link to="/lots/$id/schedule" params={{ id: lot.id }} look="main">
          {t('schedule')}
        </Link>
      )}
    </>
  )
}

function Story({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  const { zone } = useMe()
  return (
    <div className="grid gap-2 border-t border-line py-5 text-17 text-pretty *:max-w-prose">
      <p>{storyOf(lot, zone, t).join(' ')}</p>
      {lot.replaced > 0 && <p>{t('replaced', { count: lot.replaced })}</p>}
      {lot.of_pool > 1 && (
        <p className="text-15 text-ink-2">
          {t('one_of_several', { number: lot.number, total: lot.of_pool })}{' '}
          <Link to="/lots" search={{ pool: lot.pool.id }}>
            {t('see_all_of_pool')}
          </Link>
        </p>
      )}
    </div>
  )
}
