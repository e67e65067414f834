/** What the proofs of a draw are made of. */

import { Download } from 'lucide-react'
import type { ReactNode } from 'react'

import { buttonLook } from '@/ui/buttonLook'

/** A name for what is compared, and it, letter by letter. */
export function Exactly({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <p className="text-ink-2">{name}</p>
      <code className="font-mono wrap-anywhere select-all">{children}</code>
    </div>
  )
}

/** What is typed to repeat it; one press marks all of it. */
export function Command({ children }: { children: string }) {
  return (
    <code className="block rounded-control bg-sunk px-3 py-2 font-mono text-13 wrap-anywhere ring-1 ring-line select-all ring-inset">
      {children}
    </code>
  )
}

export function FileLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className={buttonLook('plain', 'desk')} href={href} download>
      <Download aria-hidden className="size-4" />
      {children}
    </a>
  )
}
