import { FairviewProblem } from '@/api/problem'

import { useProblemSentence } from './problemSentence'

/** Where a refused form says what is wrong: beside the field that the problem names, or else below the form.
 *  `homes` gives the field of codes that name none. */
export function useFormProblem<Field extends string>(
  problem: unknown,
  fields: readonly Field[],
  homes: Partial<Record<string, Field>> = {},
): { at: (field: Field) => string | undefined; general: string | undefined } {
  const sentence = useProblemSentence()
  if (!problem) return { at: () => undefined, general: undefined }
  const named = problem instanceof FairviewProblem ? (homes[problem.code] ?? problem.field) : undefined
  const home = fields.find((field) => field === named)
  const said = sentence(problem)
  return { at: (field) => (field === home ? said : undefined), general: home ? undefined : said }
}
