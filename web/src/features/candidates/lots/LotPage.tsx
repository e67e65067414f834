import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { Document } from '@/ui/layouts/Document'
import { Breadcrumbs, Crumb } from '@/ui/Breadcrumbs'
import { Link } from '@/ui/Link'
import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'

import { Places } from './Places'
import { Proof } from './Proof'
import { type Lot, lotQuery } from './queries'
import { DrawStory } from './story/DrawStory'
import { shareWords, wayWords } from './words'

/** One lot: how it came about, who is in it, and how to check it. */
export function LotPage() {
  const { id } = useParams({ from: '/staff/desk/lots/$id' })
  const { t } = useTranslation('lots')
  const lot = useQuery(lotQuery(id))
  usePageTitle(lot.data?.name)
  return (
    <Answer query={lot}>
      {(lot) => (
        <Document>
          <PageHeader
            trail={
              <Breadcrumbs place="pools">
                <Crumb to="/pools/$id" params={{ id: lot.pool.id }}>
                  {lot.pool.name}
                </Crumb>
              </Breadcrumbs>
            }
            title={lot.name}
            lead={t('ui:pair', { first: shareWords(lot, t), second: wayWords(lot, t) })}
            action={<Actions lot={lot} />}
          />
          <Others lot={lot} />
          <DrawStory lot={lot} />
          <Places lot={lot} />
          <Proof lot={lot} />
        </Document>
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

/** Which of the pool's lots this is: another one would be seen. */
function Others({ lot }: { lot: Lot }) {
  const { t } = useTranslation('lots')
  if (lot.of_pool < 2) return null
  return (
    <p className="mb-6 text-ink-2">
      {t('one_of_several', { number: lot.number, total: lot.of_pool })}{' '}
      <Link to="/lots" search={{ pool: lot.pool.id }}>
        {t('see_all_of_pool')}
      </Link>
    </p>
  )
}
