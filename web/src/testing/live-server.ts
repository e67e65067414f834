/** A live server for tests: stands behind `WebSocket`, remembers what it hears, says what the test tells it to say. */

import { decode, encode } from '@msgpack/msgpack'
import { vi } from 'vitest'
import type { Downward, Upward } from '@/api/messages'

export class LiveServer {
  readonly sockets: FakeSocket[] = []
  readonly heard: Upward[] = []
  /** Whether new sockets are accepted; a test takes the network away with false. */
  reachable = true
  /** How the server answers a message; the default greets and answers pings. */
  answer: (message: Upward) => Downward[] = (message) => this.greet(message)

  constructor() {
    const connect = (address: string) => new FakeSocket(this, address)
    const Socket = vi.fn(function (address: string) {
      return connect(address)
    })
    vi.stubGlobal('WebSocket', Object.assign(Socket, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 }))
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (!socket) throw new Error('nobody has connected')
    return socket
  }

  heardOf<Type extends Upward['type']>(type: Type): Extract<Upward, { type: Type }>[] {
    return this.heard.filter((message): message is Extract<Upward, { type: Type }> => message.type === type)
  }

  greet(message: Upward): Downward[] {
    const serverUs = Date.now() * 1_000
    if (message.type === 'live.hello')
      return [{ type: 'live.welcome_state', participant: 'cai', role: 'candidate', server_us: serverUs }]
    if (message.type === 'clock.ping')
      return [{ type: 'clock.pong_state', t0_us: message.t0_us, t1_us: serverUs, t2_us: serverUs }]
    return []
  }

  say(message: Downward): void {
    this.socket.deliver(message)
  }
}

export class FakeSocket {
  binaryType = ''
  readyState = 0
  /** A silent socket stays open and says nothing: a cable that was pulled. */
  silent = false
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  onclose: (() => void) | null = null

  constructor(
    readonly server: LiveServer,
    readonly address: string,
  ) {
    server.sockets.push(this)
    queueMicrotask(() => (server.reachable ? this.#opened() : this.drop()))
  }

  send(data: Uint8Array): void {
    const message = decode(data) as Upward
    if (this.silent) return
    this.server.heard.push(message)
    for (const reply of this.server.answer(message)) queueMicrotask(() => this.deliver(reply))
  }

  deliver(message: Downward): void {
    if (!this.silent) this.onmessage?.({ data: encode(message) })
  }

  /** The connection ends, seen from the server or the network. */
  drop(): void {
    this.readyState = 3
    this.onclose?.()
  }

  close(): void {
    this.readyState = 3
  }

  #opened(): void {
    if (this.readyState !== 0) return
    this.readyState = 1
    this.onopen?.()
  }
}
