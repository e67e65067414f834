/** The link to one room: connects with a fresh ticket each time, and comes back by itself until it is refused. */

import { backoffMs } from './backoff'
import { Clock } from './clock'
import { Connection } from './connection'
import type { Downwards, LinkStatus, LiveLink } from './contracts'
import type { Downward, Upward } from '@/api/messages'
import { FairviewProblem } from '@/api/problem'
import { Listeners } from '@/lib/listeners'

const TICKET_LIMIT_MS = 10_000

/** News of a moment: meaningless to someone who was not listening then. Everything else is a snapshot. */
const PASSING = new Set<Downward['type']>([
  'clock.pong_state',
  'coding.cursor_state',
  'coding.document_state',
  'coding.document_update_state',
  'coding.run_output_state',
  'evidence.refused_state',
  'evidence.slow_down_state',
  'live.message_refused_state',
  'live.refusal_state',
  'rooms.signal_state',
])

export interface LinkOptions {
  roomSession: string
  /** Called before every connection: a ticket lives for a minute. A problem of the server (with its code) ends the link; a failing network does not. */
  getTicket: () => Promise<string>
  /** Where the server is, if not where the page came from. */
  origin?: string
}

export function createLink(options: LinkOptions): LiveLink {
  return new Link(options)
}

class Link implements LiveLink {
  readonly clock = new Clock()
  readonly #options: LinkOptions
  readonly #statuses = new Listeners<LinkStatus>()
  readonly #messages = new Listeners<Downward>()
  readonly #newest = new Map<Downward['type'], Downward>()
  #status: LinkStatus = { state: 'closed' }
  #connection: Connection | undefined
  #attempt = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  /** Each attempt has its own; an answer for an older one is not wanted any more. */
  #visit = 0

  constructor(options: LinkOptions) {
    this.#options = options
  }

  get status(): LinkStatus {
    return this.#status
  }

  onStatus(listener: (status: LinkStatus) => void): () => void {
    return this.#statuses.add(listener)
  }

  on<Type extends keyof Downwards>(type: Type, listener: (message: Downwards[Type]) => void): () => void {
    const isOfType = (message: Downward | undefined): message is Downwards[Type] => message?.type === type
    const newest = this.#newest.get(type)
    const remove = this.#messages.add((message) => {
      if (isOfType(message)) listener(message)
    })
    if (isOfType(newest)) listener(newest)
    return remove
  }

  send(message: Upward): boolean {
    return this.#status.state === 'open' && (this.#connection?.send(message) ?? false)
  }

  serverNow(): { us: number; uncertaintyUs: number } {
    return { us: this.clock.originUs + this.clock.nowUs(), uncertaintyUs: this.clock.uncertaintyUs }
  }

  open(): void {
    if (this.#status.state !== 'closed' && this.#status.state !== 'refused') return
    this.#attempt = 0
    window.addEventListener('online', this.#hurry)
    document.addEventListener('visibilitychange', this.#hurryIfSeen)
    this.#setStatus({ state: 'connecting' })
    void this.#connect()
  }

  close(): void {
    this.#end({ state: 'closed' })
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#retry)
    const visit = ++this.#visit
    try {
      const ticket = await withLimit(this.#options.getTicket(), TICKET_LIMIT_MS)
      if (visit === this.#visit) this.#connection = this.#dial(ticket)
    } catch (error) {
      if (visit !== this.#visit) return
      const code = refusalCode(error)
      if (code) this.#end({ state: 'refused', code })
      else this.#tryLater()
    }
  }

  #dial(ticket: string): Connection {
    const base = this.#options.origin ?? window.location.origin
    const address = `${base.replace(/^http/, 'ws')}/live/${this.#options.roomSession}`
    return new Connection(address, ticket, this.clock, {
      onMessage: (message) => this.#receive(message),
      onLost: () => this.#tryLater(),
    })
  }

  #receive(message: Downward): void {
    if (message.type === 'live.refusal_state') {
      if (message.retry) this.#tryLater()
      else this.#end({ state: 'refused', code: message.code })
      return
    }
    if (!PASSING.has(message.type)) this.#newest.set(message.type, message)
    if (message.type === 'live.welcome_state') {
      this.#attempt = 0
      this.#setStatus({ state: 'open' })
    }
    this.#messages.tell(message)
  }

  #tryLater(): void {
    this.#drop()
    this.#attempt += 1
    this.#setStatus({ state: 'reconnecting', attempt: this.#attempt })
    this.#retry = setTimeout(() => void this.#connect(), backoffMs(this.#attempt))
  }

  /** The network or the person came back: do not wait out the pause, and do not trust an old socket. */
  readonly #hurry = (): void => {
    if (this.#status.state === 'reconnecting' && !this.#connection) void this.#connect()
    else this.#connection?.probe()
  }

  readonly #hurryIfSeen = (): void => {
    if (document.visibilityState === 'visible') this.#hurry()
  }

  #drop(): void {
    this.#visit += 1
    clearTimeout(this.#retry)
    this.#connection?.end()
    this.#connection = undefined
  }

  #end(status: LinkStatus): void {
    this.#drop()
    window.removeEventListener('online', this.#hurry)
    document.removeEventListener('visibilitychange', this.#hurryIfSeen)
    this.#setStatus(status)
  }

  #setStatus(status: LinkStatus): void {
    if (status.state === this.#status.state && status.state !== 'reconnecting') return
    this.#status = status
    this.#statuses.tell(status)
  }
}

/** The code of a problem that asking again cannot solve; nothing when the server was out of reach or in trouble itself. */
function refusalCode(error: unknown): string | undefined {
  if (!(error instanceof FairviewProblem)) return undefined
  const passing = error.code === 'offline' || error.status === 429 || error.status >= 500
  return passing ? undefined : error.code
}

async function withLimit<Value>(promise: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), limitMs)
  })
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer))
}
