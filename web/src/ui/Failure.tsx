import { useTranslation } from 'react-i18next'

import { Button } from './Button'
import { Link } from './Link'
import { isNotForReader, useProblemSentence } from './problemSentence'

/** What happened, what is safe, what to do now. What is not for this reader is asked no second time:
 *  there is a way back instead. */
export function Failure({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const { t } = useTranslation('ui')
  const sentence = useProblemSentence()
  return (
    <div role="alert" className="flex flex-wrap items-center justify-between gap-4 border-y border-line py-6">
      <p className="max-w-prose">{sentence(problem)}</p>
      {isNotForReader(problem) ? (
        <Link to="/today" look="plain">
          {t('to_today')}
        </Link>
      ) : (
        retry && <Button onClick={retry}>{t('try_again')}</Button>
      )}
    </div>
  )
}
