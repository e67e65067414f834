import { Contrast as ContrastSign, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useMe } from '@/features/accounts/queries'
import { classes } from '@/lib/classes'
import { zoneCity } from '@/lib/zones'
import { IconButton } from '@/ui/IconButton'
import { LanguageSwitch } from '@/ui/LanguageSwitch'

import { chooseContrast, chooseTheme, type Theme, THEMES, useContrast, useTheme } from './theme'
import { useSignOut } from './useSignOut'

const ICONS: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon }

/** Who is here, whose clock they see, how the page looks, and the way out. */
export function AccountBar({ folded }: { folded: boolean }) {
  const { t } = useTranslation('ui')
  const me = useMe()
  return (
    <div className={classes('border-t border-line pt-2', folded ? 'max-desk:ps-2.5' : 'ps-2.5')}>
      <div className={classes('flex items-center', folded && 'desk:flex-col')}>
        <p className={classes('flex min-w-0 flex-1 font-medium', folded && 'desk:sr-only')}>
          <span dir="auto" className="truncate">
            {me.name || me.email}
          </span>
        </p>
        <ThemeButton />
        <ContrastButton />
        <SignOutButton />
      </div>
      <p className={classes('text-12 text-ink-2', folded && 'desk:sr-only')}>
        {me.organisation.name}
        <br />
        {t('clock_of', { city: zoneCity(me.zone) })}
      </p>
      <LanguageSwitch
        size="desk"
        nameHidden={folded ? 'always' : undefined}
        className={classes(!folded && '-ms-2')}
      />
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

function ContrastButton() {
  const { t } = useTranslation('ui')
  const contrast = useContrast()
  return (
    <IconButton
      label={t('contrast', { contrast: t(`contrasts.${contrast}`) })}
      icon={<ContrastSign />}
      onClick={() => chooseContrast(contrast === 'more' ? 'system' : 'more')}
    />
  )
}

function SignOutButton() {
  const { t } = useTranslation('ui')
  const signOut = useSignOut()
  return (
    <IconButton
      label={t('sign_out')}
      icon={<LogOut className="rtl:-scale-x-100" />}
      onClick={() => void signOut()}
    />
  )
}
