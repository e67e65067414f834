import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'

import { classes } from '@/lib/classes'
import { Button } from '@/ui/Button'
import { Select } from '@/ui/Select'

import type { Assignment, Language } from './contracts'
import { useAssignments } from './useWorkspace'
import type { Workspace } from './workspace'

type Props = {
  workspace: Workspace
  assignment: Assignment
  /** Whether the statement is shown here; left out where it stands elsewhere. */
  statement?: { isShown: boolean; toggle: () => void }
  /** What only who leads the talk can do. */
  children?: ReactNode
}

/** Which exercise, and in which language. */
export function WorkspaceBar({ workspace, assignment, statement, children }: Props) {
  const { t } = useTranslation('coding')
  const assignments = useAssignments(workspace)
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3 py-1">
      <div role="group" aria-label={t('exercises')} className="flex min-w-0 flex-wrap gap-1">
        {assignments.map((one) => (
          <button
            key={one.id}
            type="button"
            aria-pressed={one.id === assignment.id}
            onClick={() => workspace.chosen.set(one.id)}
            className={classes(
              'max-w-52 truncate rounded-control px-2.5 py-1 transition-colors',
              one.id === assignment.id
                ? 'bg-accent-soft font-medium text-accent'
                : 'text-ink-2 hover:bg-sunk',
            )}
          >
            {one.title}
          </button>
        ))}
      </div>
      {children}
      <span className="ms-auto flex items-center gap-1">
        {statement && (
          <Button tone="bare" aria-expanded={statement.isShown} onClick={statement.toggle}>
            {statement.isShown ? t('hide_statement') : t('show_statement')}
          </Button>
        )}
        <LanguageChoice workspace={workspace} assignment={assignment} />
      </span>
    </div>
  )
}

/** For both sides; what was written in the other language stays there. */
function LanguageChoice({ workspace, assignment }: Pick<Props, 'workspace' | 'assignment'>) {
  const { t } = useTranslation('coding')
  const { language, languages } = assignment
  if (languages.length === 1)
    return <span className="px-2 text-13 text-ink-2">{t(`language_${language}`)}</span>
  return (
    <Select
      aria-label={t('language')}
      value={language}
      onChange={(event) => workspace.choose(assignment, event.target.value as Language)}
      options={languages.map((one) => ({ value: one, label: t(`language_${one}`) }))}
    />
  )
}
