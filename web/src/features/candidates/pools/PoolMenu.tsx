import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMay } from '@/features/accounts/queries'
import { formatNumber } from '@/lib/locale'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Menu, MenuDownload, MenuItem } from '@/ui/Menu'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { AddPersonDialog } from './AddPersonDialog'
import { PoolDialog } from './PoolDialog'
import { membersFile, type Pool, useArchivePool } from './queries'
import type { MemberFilter } from './selection'
import { useRemoval } from './useRemoval'

type Part = 'rename' | 'add' | 'empty'

/** Everything about a pool that is not done every day. */
export function PoolMenu({ pool, filter }: { pool: Pool; filter: MemberFilter }) {
  const { t } = useTranslation('pools')
  const mayChange = useMay('candidates.write')
  const [part, setPart] = useState<Part>()
  const shown = (one: Part) => ({
    open: part === one,
    onOpenChange: (open: boolean) => !open && setPart(undefined),
  })
  const archive = useArchive(pool)
  const isOpen = mayChange && !pool.archived_at
  return (
    <>
      <Menu label={t('more')}>
        <MenuDownload href={membersFile(pool.id, filter)}>{t('export')}</MenuDownload>
        {isOpen && <MenuItem onPick={() => setPart('add')}>{t('add_person')}</MenuItem>}
        {mayChange && <MenuItem onPick={() => setPart('rename')}>{t('rename')}</MenuItem>}
        {mayChange && (
          <MenuItem onPick={() => archive(!pool.archived_at)}>
            {pool.archived_at ? t('take_back') : t('put_away')}
          </MenuItem>
        )}
        {isOpen && (
          <MenuItem tone="grave" disabled={pool.members === 0} onPick={() => setPart('empty')}>
            {t('empty')}
          </MenuItem>
        )}
      </Menu>
      {part === 'rename' && <PoolDialog pool={pool} {...shown('rename')} />}
      {part === 'add' && <AddPersonDialog pool={pool} onClose={() => setPart(undefined)} />}
      <EmptyDialog pool={pool} {...shown('empty')} />
    </>
  )
}

type ShownProps = { open: boolean; onOpenChange: (open: boolean) => void }

function EmptyDialog({ pool, ...shown }: ShownProps & { pool: Pool }) {
  const { t } = useTranslation('pools')
  const { remove } = useRemoval(pool.id)
  const everyone = { search: '', column: '', value: '', order: 'name' }
  return (
    <ConfirmDialog
      {...shown}
      title={t('empty_confirm_title', { pool: pool.name })}
      description={t('empty_confirm_text', { count: pool.members, number: formatNumber(pool.members) })}
      confirmLabel={t('empty')}
      onConfirm={() => remove({ mode: 'all', filter: everyone })}
    />
  )
}

function useArchive(pool: Pool) {
  const { t } = useTranslation('pools')
  const sentence = useProblemSentence()
  const archive = useArchivePool(pool.id)
  const move = (archived: boolean) =>
    archive.mutate(archived, {
      onSuccess: () =>
        archived &&
        toast({
          text: t('is_put_away', { pool: pool.name }),
          action: { label: t('undo'), onAct: () => move(false) },
        }),
      onError: (problem) => toast({ text: sentence(problem), tone: 'grave' }),
    })
  return move
}
