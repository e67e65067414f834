import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'

import { classes } from '@/lib/classes'

import { buttonLook } from './buttonLook'

/** What can be done besides the main thing. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger aria-label={label} className={buttonLook('plain', 'desk')}>
        <Ellipsis aria-hidden className="size-4" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={4}
        collisionPadding={12}
        className="z-30 max-w-(--radix-dropdown-menu-content-available-width) min-w-48 animate-appear rounded-control border border-line-2 bg-surface py-1 shadow-float"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

const ITEM =
  'flex min-h-9 w-full cursor-pointer items-center gap-2 px-3 outline-none data-[disabled]:text-ink-3 data-[highlighted]:bg-sunk'

type ItemProps = {
  children: ReactNode
  onPick: () => void
  disabled?: boolean
  tone?: 'plain' | 'grave'
}

export function MenuItem({ children, onPick, disabled, tone }: ItemProps) {
  return (
    <DropdownMenu.Item
      {...(disabled && { disabled })}
      onSelect={onPick}
      className={classes(ITEM, tone === 'grave' ? 'text-grave' : 'text-ink')}
    >
      {children}
    </DropdownMenu.Item>
  )
}

/** A file of ours that the browser saves. */
export function MenuDownload({ children, href }: { children: ReactNode; href: string }) {
  return (
    <DropdownMenu.Item asChild>
      <a href={href} download className={classes(ITEM, 'text-ink')}>
        {children}
      </a>
    </DropdownMenu.Item>
  )
}
