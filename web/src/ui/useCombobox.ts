import { type KeyboardEvent, useState } from 'react'

import { matches } from '@/lib/matching'

export type ComboboxOption = {
  value: string
  label: string
  /** A second, quieter line part: an address, an offset. It is searched too. */
  detail?: string
}

const MOST_SHOWN = 60

type Setting = {
  options: readonly ComboboxOption[]
  value: string
  onChange: (value: string) => void
  /** Given where the server searches; then `options` are its answer and are not filtered here. */
  onSearch?: ((query: string) => void) | undefined
  /** What else the list offers at its end, such as adding what was typed. */
  extra?: { label: (query: string) => string; onPick: (query: string) => void } | undefined
}

/** State and keys of an editable list after the ARIA authoring practices. */
export function useCombobox({ options, value, onChange, onSearch, extra }: Setting) {
  const [query, setQuery] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const chosen = options.find((option) => option.value === value)

  const typed = query ?? ''
  const found =
    onSearch || !typed.trim()
      ? options
      : options.filter(({ label, detail }) => matches(`${label} ${detail ?? ''}`, typed))
  const shown = found.slice(0, MOST_SHOWN)
  const count = shown.length + (extra ? 1 : 0)

  const show = () => {
    setOpen(true)
    setActive(Math.max(0, typed ? 0 : shown.findIndex((option) => option.value === value)))
  }
  const close = () => {
    setOpen(false)
    setQuery(null)
    onSearch?.('')
  }
  const type = (text: string) => {
    setQuery(text)
    setOpen(true)
    setActive(0)
    onSearch?.(text)
  }
  const pick = (index: number) => {
    const option = shown[index]
    if (option) onChange(option.value)
    else if (extra && index === shown.length) extra.onPick(typed.trim())
    close()
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => (open ? setActive((active + 1) % Math.max(1, count)) : show()),
    ArrowUp: () => (open ? setActive((active - 1 + count) % Math.max(1, count)) : show()),
    ...(open && { Enter: () => pick(active), Escape: close }),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || event.nativeEvent.isComposing) return
    event.preventDefault()
    act()
  }
  return {
    shown,
    open,
    active,
    text: query ?? chosen?.label ?? '',
    typed: typed.trim(),
    show,
    close,
    type,
    pick,
    onKeyDown,
  }
}
