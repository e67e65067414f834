import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'

/** The sentence that the catalogue `errors` has for a problem; a calm general one where it has none. */
export function useProblemSentence(): (problem: unknown) => string {
  const { t } = useTranslation('errors')
  return (problem) => {
    if (!(problem instanceof FairviewProblem)) return t('unexpected')
    return t([problem.code, 'unexpected'], problem.params)
  }
}
