import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { useCell } from '@/lib/useCell'
import { Switch } from '@/ui/Switch'

import type { Optional, Watching } from '../watching'

/** What the person may switch off, and what follows. */
export function Switches({ watching }: { watching: Watching }) {
  const { t } = useTranslation('observed')
  const { optional } = watching.allowed
  if (!optional.length) return null
  return (
    <section>
      <h3 className="text-17 font-semibold">{t('switches')}</h3>
      <p className="text-13 text-ink-2">{t('switches_lead')}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {optional.map((item) => (
          <Item key={item} item={item} watching={watching} />
        ))}
      </ul>
    </section>
  )
}

function Item({ item, watching }: { item: Optional; watching: Watching }) {
  const { t } = useTranslation('observed')
  const id = useId()
  const isOff = useCell(watching.off).has(item)
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <div>
        <p id={`${id}-name`} className="font-medium">
          {t(`switch_${item}`)}
        </p>
        <p id={`${id}-means`} className="text-13 text-ink-2">
          {t(`noted_${item}`)} {t(`off_${item}`)}
        </p>
      </div>
      <Switch
        labelledBy={`${id}-name`}
        describedBy={`${id}-means`}
        checked={!isOff}
        onChange={(on) => watching.switchTo(item, on)}
      />
    </li>
  )
}
