import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { When } from '@/ui/When'

import { DecisionChip } from './DecisionChip'
import { DecisionDialog } from './DecisionDialog'
import { decisionsQuery } from './decisionQueries'

/** What people decided, newest first. Nothing here is computed. */
export function Decisions({ interview, candidate }: { interview: string; candidate: string }) {
  const { t } = useTranslation('reports')
  const { zone } = useMe()
  const mayDecide = useMay('decisions.write')
  const decisions = useQuery(decisionsQuery(interview))
  return (
    <section>
      <div className="mt-10 mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-serif text-20 font-semibold">{t('decision')}</h2>
        {mayDecide && (
          <DecisionDialog
            interview={interview}
            candidate={candidate}
            trigger={<Button>{t('decide')}</Button>}
          />
        )}
      </div>
      <Answer query={decisions}>
        {(made) =>
          made.length === 0 ? (
            <p className="border-y border-line py-4 text-ink-2">{t('undecided')}</p>
          ) : (
            <ol className="border-t border-line">
              {made.map((one, index) => (
                <li key={one.id} className="grid gap-1 border-b border-line py-3">
                  <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <DecisionChip decision={one.decision} isEarlier={index > 0} />
                    <span className="text-13 text-ink-2">
                      {one.by}, <When at={one.at} zone={zone} />
                    </span>
                  </p>
                  <p className="wrap-break-word whitespace-pre-line">{one.reason}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </section>
  )
}
