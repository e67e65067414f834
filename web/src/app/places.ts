/** Where the desk leads, and what one must be allowed to do to be led there. */

import {
  CalendarCheck,
  CalendarDays,
  Dices,
  FileText,
  KeyRound,
  Layers,
  type LucideIcon,
  Mail,
  Palette,
  SquareTerminal,
  Users,
} from 'lucide-react'

import type { Capability } from '@/features/accounts/queries'

export const PLACES = [
  { to: '/today', name: 'today', asks: 'interviews.read', Sign: CalendarCheck },
  { to: '/candidates', name: 'candidates', asks: 'candidates.read', Sign: Users },
  { to: '/pools', name: 'pools', asks: 'candidates.read', Sign: Layers },
  { to: '/lots', name: 'lots', asks: 'candidates.read', Sign: Dices },
  { to: '/interviews', name: 'interviews', asks: 'interviews.read', Sign: CalendarDays },
  { to: '/reports', name: 'reports', asks: 'reports.read', Sign: FileText },
  { to: '/messages', name: 'messages', asks: 'messages.read', Sign: Mail },
  { to: '/tokens', name: 'tokens', asks: 'tokens.manage', Sign: KeyRound },
  { to: '/runs', name: 'runs', asks: 'runners.read', Sign: SquareTerminal },
  { to: '/settings', name: 'settings', asks: 'look.manage', Sign: Palette },
] as const satisfies { to: string; name: string; asks: Capability; Sign: LucideIcon }[]
