import { ChevronsUpDown } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'

import { type ControlSize, controlLook } from './controlLook'
import type { ControlIds } from './Field'
import { type ComboboxOption, useCombobox } from './useCombobox'

type Props = ControlIds & {
  options: readonly ComboboxOption[]
  value: string
  onChange: (value: string) => void
  onSearch?: (query: string) => void
  extra?: { label: (query: string) => string; onPick: (query: string) => void }
  placeholder?: string
  size?: ControlSize
  required?: boolean
}

/** One of many: type to find it, or walk the list. */
export function Combobox({ options, value, onChange, onSearch, extra, size, ...input }: Props) {
  const { t } = useTranslation('ui')
  const list = useCombobox({ options, value, onChange, onSearch, extra })
  const listRef = useRef<HTMLUListElement>(null)
  const isEmpty = list.shown.length === 0 && !extra
  const optionId = (index: number) => `${input.id}-option-${index}`
  useEffect(() => {
    if (list.open)
      listRef.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [list.open, list.active])

  return (
    <>
      <div className="relative">
        <input
          {...input}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={list.open && !isEmpty}
          aria-controls={`${input.id}-list`}
          aria-activedescendant={list.open && !isEmpty ? optionId(list.active) : undefined}
          value={list.text}
          onChange={(event) => list.type(event.target.value)}
          onClick={list.show}
          onFocus={(event) => event.target.select()}
          onBlur={list.close}
          onKeyDown={list.onKeyDown}
          className={controlLook(size, 'pe-9')}
        />
        <ChevronsUpDown
          aria-hidden
          className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-ink-2"
        />
        <ul
          ref={listRef}
          id={`${input.id}-list`}
          role="listbox"
          aria-label={t('options')}
          hidden={!list.open || isEmpty}
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 animate-appear overflow-y-auto rounded-control border border-line-2 bg-surface py-1 shadow-float"
        >
          {list.shown.map((option, index) => (
            <Option
              key={option.value}
              id={optionId(index)}
              active={index === list.active}
              option={option}
              onPick={() => list.pick(index)}
            />
          ))}
          {extra && (
            <Option
              id={optionId(list.shown.length)}
              active={list.active === list.shown.length}
              option={{ value: '', label: extra.label(list.typed) }}
              onPick={() => list.pick(list.shown.length)}
              accented
            />
          )}
        </ul>
      </div>
      {list.open && isEmpty && (
        <p role="status" className="mt-1 text-13 text-ink-2">
          {t('nothing_found', { query: list.typed })}
        </p>
      )}
    </>
  )
}

type OptionProps = {
  id: string
  active: boolean
  option: ComboboxOption
  onPick: () => void
  accented?: boolean
}

function Option({ id, active, option, onPick, accented }: OptionProps) {
  return (
    // The input keeps the focus and hears the keys, so an option only answers to the pointer.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={classes(
        'flex cursor-pointer items-baseline justify-between gap-3 px-3 py-1.5 aria-selected:bg-accent-soft',
        !active && 'hover:bg-sunk',
        accented && 'font-medium text-accent',
      )}
    >
      <span>{option.label}</span>
      {option.detail && (
        <span dir="auto" className="truncate text-13 text-ink-2">
          {option.detail}
        </span>
      )}
    </li>
  )
}
