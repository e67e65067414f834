import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMay, useMe } from '@/features/accounts/queries'
import { Answer } from '@/ui/Answer'
import { Button } from '@/ui/Button'
import { Timeline, TimelineEntry } from '@/ui/Timeline'
import { When } from '@/ui/When'

import { DecisionChip } from './DecisionChip'
import { DecisionDialog } from './DecisionDialog'
import { decisionsQuery } from './decisionQueries'
import { Heading } from './Heading'

/** What people decided, newest first. Nothing here is computed. */
export function Decisions({ interview, candidate }: { interview: string; candidate: string }) {
  const { t } = useTranslation('reports')
  const { zone } = useMe()
  const mayDecide = useMay('decisions.write')
  const decisions = useQuery(decisionsQuery(interview))
  return (
    <section>
      <Heading
        beside={
          mayDecide && (
            <span className="print:hidden">
              <DecisionDialog
                interview={interview}
                candidate={candidate}
                trigger={<Button>{t('decide')}</Button>}
              />
            </span>
          )
        }
      >
        {t('decision')}
      </Heading>
      <Answer query={decisions}>
        {(made) =>
          made.length === 0 ? (
            <p className="border-y border-line py-3 text-ink-2">{t('undecided')}</p>
          ) : (
            <Timeline label={t('decision')}>
              {made.map((one, index) => (
                <TimelineEntry
                  key={one.id}
                  isQuiet={index > 0}
                  at={
                    <>
                      {one.by}, <When at={one.at} zone={zone} />
                    </>
                  }
                >
                  <DecisionChip decision={one.decision} isEarlier={index > 0} />
                  <p className="wrap-break-word whitespace-pre-line">{one.reason}</p>
                </TimelineEntry>
              ))}
            </Timeline>
          )
        }
      </Answer>
    </section>
  )
}
