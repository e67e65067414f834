import type { ComponentProps } from 'react'

import { allZones, zoneName } from '@/lib/zones'

import { Combobox } from './Combobox'
import type { ComboboxOption } from './useCombobox'

let known: ComboboxOption[] | undefined

/** Several hundred, so they are described once. */
function zoneOptions(): ComboboxOption[] {
  known ??= allZones().map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
    detail: zoneName(zone, new Date(), 'shortOffset'),
  }))
  return known
}

export function ZoneCombobox(props: Omit<ComponentProps<typeof Combobox>, 'options' | 'onSearch' | 'extra'>) {
  const options = zoneOptions()
  const unknown = props.value && !options.some((option) => option.value === props.value)
  return (
    <Combobox
      {...props}
      options={unknown ? [{ value: props.value, label: props.value }, ...options] : options}
    />
  )
}
