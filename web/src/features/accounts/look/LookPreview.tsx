import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'

import { accentOf, movedIn } from '@/ui/accent'
import { buttonLook } from '@/ui/buttonLook'
import { cssOf, type Oklch } from '@/ui/colour'
import { textLinkLook } from '@/ui/Link'

type Theme = 'light' | 'dark'

/** What the colour becomes, in the light and in the dark, and why it is not quite as it was chosen. */
export function LookPreview({ colour }: { colour: Oklch }) {
  return (
    <div className="mt-6 grid gap-4 sm:grid-cols-2">
      <Sample theme="light" colour={colour} />
      <Sample theme="dark" colour={colour} />
    </div>
  )
}

function Sample({ theme, colour }: { theme: Theme; colour: Oklch }) {
  const { t } = useTranslation('accounts')
  const moved = movedIn(theme, colour) ? 'moved' : 'kept'
  return (
    <figure className="flex flex-col">
      <div
        aria-hidden
        className={`${theme === 'light' ? 'sheet' : 'stage'} rounded-panel border border-line bg-paper p-4 text-ink`}
        style={rolesOf(theme, colour)}
      >
        <p className="font-medium">{t('sample_title')}</p>
        <p className="mt-1 mb-3 text-13">
          <span className={textLinkLook}>{t('sample_link')}</span>{' '}
          <span className="rounded-full bg-accent-soft px-2 text-accent">{t('sample_chip')}</span>
        </p>
        <span className={buttonLook('main', 'desk')}>{t('sample_button')}</span>
      </div>
      <figcaption className="mt-2 text-13 text-ink-2">{t(`accent_${theme}_${moved}`)}</figcaption>
    </figure>
  )
}

function rolesOf(theme: Theme, colour: Oklch): CSSProperties {
  const roles = Object.entries(accentOf(colour)).map(([name, role]) => [`--${name}`, cssOf(role[theme])])
  return Object.fromEntries(roles) as CSSProperties
}
