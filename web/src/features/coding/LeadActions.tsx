import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { IconButton } from '@/ui/IconButton'

import type { Assignment } from './contracts'
import { ExerciseDialog } from './ExerciseDialog'
import { useWithdraw } from './queries'
import { useAssignments } from './useWorkspace'
import type { Workspace } from './workspace'

type Props = { workspace: Workspace; assignment: Assignment; interview: string }

/** Give another exercise, or take this one back. */
export function LeadActions({ workspace, assignment, interview }: Props) {
  const { t } = useTranslation('coding')
  const assignments = useAssignments(workspace)
  const withdraw = useWithdraw(interview)
  return (
    <>
      <ExerciseDialog
        interview={interview}
        given={assignments.map(({ exercise }) => exercise)}
        trigger={<IconButton label={t('add_exercise')} icon={<Plus />} />}
        onAssigned={(id) => workspace.chosen.set(id)}
      />
      <ConfirmDialog
        title={t('withdraw_title', { title: assignment.title })}
        description={t('withdraw_text')}
        confirmLabel={t('withdraw')}
        trigger={<IconButton label={t('withdraw_named', { title: assignment.title })} icon={<X />} />}
        onConfirm={() => withdraw.mutateAsync(assignment.id)}
      />
    </>
  )
}
