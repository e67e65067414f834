/** What a person says that the columns of a file are, and what is wrong with the names that they gave. */

import { FairviewProblem } from '@/api/problem'

import type { Column, Role } from './queries'

export type Mapping = { roles: Role[]; names: (string | null)[] }

/** As it was guessed, or said before. A name is null where the pool calls the column as the file does. */
export const mappingOf = (columns: readonly Column[]): Mapping => ({
  roles: columns.map(({ role }) => role),
  names: columns.map(({ name, title }) => (name === title ? null : name)),
})

/** What is wrong with the name of each column, where something is. */
export function nameProblems(
  columns: readonly Column[],
  { roles, names }: Mapping,
): (FairviewProblem | undefined)[] {
  const called = columns.map(({ title }, at) =>
    roles[at] === 'extra' ? plain(names[at] ?? title) : undefined,
  )
  return called.map((name, at) => {
    if (name === '')
      return new FairviewProblem({ code: 'column_nameless', params: { column: columns[at]?.title ?? '' } })
    if (name !== undefined && called.indexOf(name) < at)
      return new FairviewProblem({ code: 'column_name_twice', params: { name } })
    return undefined
  })
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ')
