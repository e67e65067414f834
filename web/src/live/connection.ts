/** One WebSocket from hello to its end. Notices within seconds when the other side has gone silent. */

import { decode, encode } from '@msgpack/msgpack'
import type { Clock } from './clock'
import type { Downwards } from './contracts'
import type { Downward, Upward } from '@/api/messages'

const BEAT_MS = 500
const WELCOME_LIMIT_MS = 6_000
const SILENCE_LIMIT_MS = 3_000
const QUICK_PINGS = 5
const QUICK_PING_MS = 2_000
const STEADY_PING_MS = 3_000

export interface ConnectionNews {
  onMessage(message: Downward): void
  onLost(): void
}

export class Connection {
  readonly #socket: WebSocket
  readonly #clock: Clock
  readonly #news: ConnectionNews
  readonly #beating: ReturnType<typeof setInterval>
  #welcome = false
  #pings = 0
  #pingedAt = 0
  #pingedEpoch = ''
  #heardAt = performance.now()

  constructor(address: string, ticket: string, clock: Clock, news: ConnectionNews) {
    this.#clock = clock
    this.#news = news
    this.#socket = new WebSocket(address)
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.onopen = () => this.send({ type: 'live.hello', ticket })
    this.#socket.onmessage = (event: MessageEvent<ArrayBuffer>) => this.#receive(event.data)
    this.#socket.onclose = () => this.#lose()
    this.#beating = setInterval(() => this.#beat(), BEAT_MS)
  }

  send(message: Upward): boolean {
    if (this.#socket.readyState !== WebSocket.OPEN) return false
    this.#socket.send(encode(message))
    return true
  }

  /** Asks for a sign of life now, for instance when the network has changed. */
  probe(): void {
    const ping = this.#clock.ping()
    if (this.#welcome && this.send(ping)) {
      this.#pings += 1
      this.#pingedEpoch = ping.epoch
      this.#pingedAt = performance.now()
    }
  }

  /** Ends it without telling anyone. */
  end(): void {
    clearInterval(this.#beating)
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null
    this.#socket.close()
  }

  #receive(data: ArrayBuffer): void {
    this.#heardAt = performance.now()
    const message = decode(data) as Downward
    if (message.type === 'live.welcome_state') {
      this.#welcome = true
      this.probe()
    }
    if (message.type === 'clock.pong_state') this.#measure(message)
    this.#news.onMessage(message)
  }

  /** The ping after the first exchange tells the server at once what was measured, so that it can date entries well. */
  #measure(pong: Downwards['clock.pong_state']): void {
    const isNewEpoch = this.#clock.pong(pong)
    const isNewConnection = this.#pings === 1
    if (isNewEpoch || isNewConnection) this.probe()
  }

  #beat(): void {
    const now = performance.now()
    if (!this.#welcome) {
      if (now - this.#heardAt > WELCOME_LIMIT_MS) this.#lose()
      return
    }
    const unanswered = this.#pingedAt > this.#heardAt
    if (unanswered && now - this.#pingedAt >= SILENCE_LIMIT_MS) {
      this.#lose()
    } else if (this.#clock.epoch !== this.#pingedEpoch || (!unanswered && now >= this.#nextPing)) {
      this.probe()
    }
  }

  get #nextPing(): number {
    return this.#pingedAt + (this.#pings < QUICK_PINGS ? QUICK_PING_MS : STEADY_PING_MS)
  }

  #lose(): void {
    this.end()
    this.#news.onLost()
  }
}
