import type { ChangeEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'
import { Button } from '@/ui/Button'
import { buttonLook } from '@/ui/buttonLook'
import { Logo } from '@/ui/Logo'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { useMe } from '../queries'
import { keptLogo, useChooseLogo } from './queries'

export function LogoSection() {
  const { t } = useTranslation('accounts')
  const { name, look } = useMe().organisation
  const { choose, busy } = useChoice()
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (file) void choose(file)
  }
  return (
    <section aria-labelledby="logo">
      <h2 id="logo" className="text-17 font-semibold">
        {t('logo')}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{t('logo_lead')}</p>
      <div className="flex min-h-12 flex-wrap items-center gap-3">
        {look.logo ? <Logo logo={look.logo} name={name} /> : <p className="text-ink-2">{t('logo_none')}</p>}
        <label
          className={classes(
            buttonLook('plain', 'desk'),
            'cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus',
          )}
        >
          {look.logo ? t('logo_replace') : t('logo_choose')}
          <input type="file" accept="image/png,image/webp,image/jpeg" onChange={pick} className="sr-only" />
        </label>
        {look.logo && (
          <Button tone="bare" busy={busy} onClick={() => void choose(null)}>
            {t('logo_remove')}
          </Button>
        )}
      </div>
      <p className="mt-2 text-13 text-ink-2">{t('logo_hint')}</p>
    </section>
  )
}

function useChoice() {
  const { t } = useTranslation('accounts')
  const sentence = useProblemSentence()
  const { logo } = useMe().organisation.look
  const change = useChooseLogo()
  const put = async (wish: Blob | null) => {
    try {
      await change.mutateAsync(wish)
      return true
    } catch (problem) {
      toast({ text: sentence(problem), tone: 'grave' })
      return false
    }
  }
  const choose = async (wish: Blob | null) => {
    const before = await keptLogo(logo).catch(() => undefined)
    if (!(await put(wish))) return
    const undo = before !== undefined && {
      action: { label: t('look_undo'), onAct: () => void put(before) },
    }
    toast({ text: t('look_changed'), tone: 'ok', ...undo })
  }
  return { choose, busy: change.isPending }
}
