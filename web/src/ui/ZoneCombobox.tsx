import { type ComponentProps, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { allZones, zoneName } from '@/lib/zones'

import { Combobox } from './Combobox'
import type { ComboboxOption } from './useCombobox'

type Props = Omit<ComponentProps<typeof Combobox>, 'options' | 'onSearch' | 'extra'> & {
  /** `2026-11-22`: each zone stands as far from UTC as it does on that day at noon. Without it, as it does now. */
  day?: string
}

export function ZoneCombobox({ day, ...props }: Props) {
  const { i18n } = useTranslation()
  const options = useMemo(() => zoneOptions(i18n.language, day), [i18n.language, day])
  const unknown = props.value && !options.some((option) => option.value === props.value)
  return (
    <Combobox
      {...props}
      options={unknown ? [{ value: props.value, label: props.value }, ...options] : options}
    />
  )
}

/** The last ones that were described: there are several hundred, and describing takes a while. */
let known: { key: string; options: ComboboxOption[] } | undefined

function zoneOptions(language: string, day = ''): ComboboxOption[] {
  const key = `${language} ${day}`
  if (known?.key !== key) {
    const noon = new Date(`${day}T12:00Z`)
    const at = Number.isNaN(noon.getTime()) ? new Date() : noon
    known = { key, options: allZones().map((zone) => describe(zone, at)) }
  }
  return known.options
}

const describe = (zone: string, at: Date): ComboboxOption => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
  detail: zoneName(zone, at, 'shortOffset'),
})
