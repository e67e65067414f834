import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { signOut } from '@/features/accounts/session'
import { zoneCity } from '@/lib/zones'
import { IconButton } from '@/ui/IconButton'
import { useProblemSentence } from '@/ui/problemSentence'
import { toast } from '@/ui/toast'

import { chooseTheme, type Theme, THEMES, useTheme } from './theme'

const ICONS: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon }

/** Who is here, whose clock they see, how the page looks, and the way out. */
export function AccountBar() {
  const { t } = useTranslation('ui')
  const me = useMe()
  return (
    <div className="mt-3 border-t border-line pt-2 pl-2.5">
      <div className="flex items-center">
        <p className="min-w-0 flex-1 truncate font-medium">{me.name || me.email}</p>
        <ThemeButton />
        <SignOutButton />
      </div>
      <p className="text-12 text-ink-2">
        {me.organisation.name}
        <br />
        {t('clock_of', { city: zoneCity(me.zone) })}
      </p>
    </div>
  )
}

function ThemeButton() {
  const { t } = useTranslation('ui')
  const theme = useTheme()
  const Icon = ICONS[theme]
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  return (
    <IconButton
      label={t('theme', { theme: t(`themes.${theme}`) })}
      icon={<Icon />}
      onClick={() => chooseTheme(next)}
    />
  )
}

function SignOutButton() {
  const { t } = useTranslation('ui')
  const client = useQueryClient()
  const router = useRouter()
  const sentence = useProblemSentence()
  const leave = async () => {
    try {
      await signOut()
    } catch (problem) {
      toast({ text: sentence(problem), tone: 'grave' })
      return
    }
    await router.navigate({ to: '/sign-in', search: {} })
    client.clear()
    // What was begun in this tab may name candidates, and the next to sign in may be somebody else.
    sessionStorage.clear()
  }
  return <IconButton label={t('sign_out')} icon={<LogOut />} onClick={() => void leave()} />
}
