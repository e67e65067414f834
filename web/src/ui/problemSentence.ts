import { useTranslation } from 'react-i18next'

import { FairviewProblem } from '@/api/problem'
import { formatList } from '@/lib/locale'

/** The sentence that the catalogue `errors` has for a problem; a calm general one where it has none. Who may what
 *  the reader's role may not is said too, where it is known. */
export function useProblemSentence(): (problem: unknown) => string {
  const { t } = useTranslation(['errors', 'ui'])
  return (problem) => {
    if (!(problem instanceof FairviewProblem)) return t('unexpected')
    const said = t([problem.code, 'unexpected'], problem.params)
    if (problem.code !== 'forbidden' || !problem.params.roles) return said
    const roles = String(problem.params.roles).split(' ')
    const names = formatList(roles.map((role) => t(`ui:roles.${role}`)))
    return `${said} ${t('ui:open_to', { roles: names })}`
  }
}

const NOT_FOR_READER = ['forbidden', 'not_found']

/** Whether asking again gives the same answer, for what was asked is not for this reader. */
export function isNotForReader(problem: unknown): boolean {
  return problem instanceof FairviewProblem && NOT_FOR_READER.includes(problem.code)
}
