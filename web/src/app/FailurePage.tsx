import type { ErrorComponentProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { Button } from '@/ui/Button'
import { useProblemSentence } from '@/ui/problemSentence'
import { StandAlone } from '@/ui/StandAlone'
import { usePageTitle } from '@/ui/usePageTitle'

/** A page that could not be shown: the server's reason where there is one, a calm general word otherwise. */
export function FailurePage({ error }: ErrorComponentProps) {
  const { t } = useTranslation('ui')
  const sentence = useProblemSentence()
  usePageTitle(t('failed_title'))
  return (
    <StandAlone>
      <h1 tabIndex={-1} className="text-25 font-semibold">
        {t('failed_title')}
      </h1>
      <p role="alert" className="mt-2 mb-6 text-ink-2">
        {error instanceof FairviewProblem ? sentence(error) : t('failed_text')}
      </p>
      <Button tone="main" onClick={() => location.reload()}>
        {t('load_again')}
      </Button>
    </StandAlone>
  )
}
