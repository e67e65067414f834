import { Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { classes } from '@/lib/classes'

import { Kbd } from './Kbd'
import { useReturnFocus } from './useReturnFocus'

export type PaletteItem = {
  id: string
  label: string
  /** A second, quieter part of the line. */
  detail?: string | undefined
  icon?: ReactNode
}
export type PaletteGroup<Item extends PaletteItem> = { name: string; items: readonly Item[] }

type Props<Item extends PaletteItem> = {
  /** What one is asked, as the name of it all. */
  label: string
  query: string
  onQuery: (query: string) => void
  groups: readonly PaletteGroup<Item>[]
  onPick: (item: Item) => void
  onClose: () => void
  /** Backspace before anything is typed: back to the question before. */
  onBack?: (() => void) | undefined
  /** What is to be said besides: that it is still being looked for, that nothing matches, why it failed. */
  children?: ReactNode
}

/** Type and press Enter: everything that can be reached or done, in one list. */
export function Palette<Item extends PaletteItem>({ groups, onPick, children, ...rest }: Props<Item>) {
  const { label, query, onQuery, onClose } = rest
  const { t } = useTranslation('ui')
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const returning = useReturnFocus()
  const items = groups.flatMap((group) => group.items)
  const active = items.find((item) => item.id === chosen) ?? items[0]
  const optionId = (item: PaletteItem) => `${id}-${item.id}`
  const onKeyDown = usePaletteKeys({ items, active, onWalk: setChosen, onPick, ...rest })
  const ask = (text: string) => {
    setChosen(undefined)
    onQuery(text)
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 flex animate-appear items-start justify-center bg-veil p-4 desk:pt-[12vh]">
          <Dialog.Content
            {...returning}
            aria-describedby={undefined}
            className="flex max-h-[min(32rem,80dvh)] w-full max-w-xl flex-col overflow-hidden rounded-panel border border-line bg-surface shadow-float focus:outline-none"
          >
            <Dialog.Title className="sr-only">{label}</Dialog.Title>
            <div className="relative border-b border-line">
              <Search
                aria-hidden
                className="pointer-events-none absolute start-4 top-1/2 size-4 -translate-y-1/2 text-ink-2"
              />
              <input
                type="text"
                role="combobox"
                autoComplete="off"
                spellCheck={false}
                aria-label={label}
                aria-autocomplete="list"
                aria-expanded={items.length > 0}
                aria-controls={`${id}-list`}
                aria-activedescendant={active && optionId(active)}
                placeholder={label}
                value={query}
                onChange={(event) => ask(event.target.value)}
                onKeyDown={onKeyDown}
                className="h-13 w-full bg-transparent ps-11 pe-4 text-17 outline-none placeholder:text-ink-3"
              />
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto py-2">
              <div id={`${id}-list`} role="listbox" aria-label={t('options')}>
                {groups.map(
                  (group) =>
                    group.items.length > 0 && (
                      <Group key={group.name} name={group.name}>
                        {group.items.map((item) => (
                          <Option
                            key={item.id}
                            id={optionId(item)}
                            item={item}
                            active={item === active}
                            onPick={() => onPick(item)}
                          />
                        ))}
                      </Group>
                    ),
                )}
              </div>
              {children}
            </div>
            <Hints />
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type KeySetting<Item extends PaletteItem> = Pick<Props<Item>, 'query' | 'onPick' | 'onBack'> & {
  items: readonly Item[]
  active: Item | undefined
  onWalk: (id: string | undefined) => void
}

/** Up and down walk around the list, Enter picks; all else is the text's own. */
function usePaletteKeys<Item extends PaletteItem>({ items, active, ...setting }: KeySetting<Item>) {
  const { query, onWalk, onPick, onBack } = setting
  const walk = (step: 1 | -1) => {
    const at = active ? items.indexOf(active) : -1
    onWalk(items.at((at + step) % Math.max(1, items.length))?.id)
  }
  const keys: Record<string, (() => void) | undefined> = {
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    Enter: () => active && onPick(active),
    Backspace: query === '' ? onBack : undefined,
  }
  return (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || event.nativeEvent.isComposing) return
    event.preventDefault()
    act()
  }
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className="not-first:mt-2">
      <p id={id} role="presentation" className="px-4 pt-1 pb-0.5 text-12 font-medium text-ink-2">
        {name}
      </p>
      {children}
    </div>
  )
}

type OptionProps = { id: string; item: PaletteItem; active: boolean; onPick: () => void }

function Option({ id, item, active, onPick }: OptionProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // The field keeps the focus and hears the keys, so an option only answers to the pointer.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      className={classes(
        'mx-2 flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2 py-1 aria-selected:bg-accent-soft',
        !active && 'hover:bg-sunk',
      )}
    >
      <span aria-hidden className="shrink-0 text-ink-2 [&_svg]:size-4">
        {item.icon}
      </span>
      <span className="min-w-0 truncate">{item.label}</span>
      {item.detail && <span className="ms-auto min-w-0 truncate text-13 text-ink-2">{item.detail}</span>}
    </div>
  )
}

function Hints() {
  const { t } = useTranslation('ui')
  return (
    <p
      aria-hidden
      className="flex gap-4 border-t border-line bg-sunk px-4 py-2 text-12 text-ink-2 max-desk:hidden"
    >
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('palette_move')}
      </span>
      <span>
        <Kbd>↵</Kbd> {t('palette_pick')}
      </span>
      <span>
        <Kbd>Esc</Kbd> {t('palette_close')}
      </span>
    </p>
  )
}
