import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Negotiation, type Signal } from './negotiation'
import { FakePeerConnection } from '@/testing/peer-connection'

type Side = 'impolite' | 'polite'
const other: Record<Side, Side> = { impolite: 'polite', polite: 'impolite' }

/** Two sides and the messages between them, delivered in order per direction, when the test says so. */
class Pair {
  readonly sides: Record<Side, Negotiation>
  readonly post: Record<Side, Signal[]> = { impolite: [], polite: [] }
  lost = (): boolean => false

  constructor() {
    this.sides = { impolite: this.begin('impolite'), polite: this.begin('polite') }
  }

  begin(side: Side): Negotiation {
    return new Negotiation({
      polite: side === 'polite',
      configuration: () => ({}),
      outgoing: () => null,
      send: (signal) => {
        if (!this.lost()) this.post[other[side]].push(signal)
      },
      onTrack: () => undefined,
      onState: () => undefined,
      onBuilt: () => undefined,
    })
  }

  /** The page is loaded again: everything it knew is gone, and what was on its way to it too. */
  reload(side: Side): void {
    this.sides[side].close()
    this.post[side] = []
    this.sides[side] = this.begin(side)
    this.sides[side].offer()
  }

  async deliver(to: Side): Promise<void> {
    const signal = this.post[to].shift()
    if (signal) this.sides[to].receive(signal)
    await settle()
  }

  async deliverAll(): Promise<number> {
    let delivered = 0
    for (; this.post.impolite.length + this.post.polite.length > 0; delivered++) {
      if (delivered > 100) throw new Error('they never stop talking')
      await this.deliver(this.post.polite.length > 0 ? 'polite' : 'impolite')
    }
    return delivered
  }

  get isMatched(): boolean {
    const [a, b] = (['impolite', 'polite'] as const).map(
      (side) => this.sides[side].connection,
    ) as unknown as [FakePeerConnection, FakePeerConnection]
    const isStable = a.signalingState === 'stable' && b.signalingState === 'stable'
    return isStable && a.remoteFingerprint === b.fingerprint && b.remoteFingerprint === a.fingerprint
  }
}

/** Lets every promise that is ready run. */
const settle = () => new Promise((resolve) => setTimeout(resolve))

let pair: Pair
let warned: ReturnType<typeof vi.spyOn>

beforeEach(() => {
  FakePeerConnection.install()
  warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  pair = new Pair()
})

afterEach(() => {
  pair.sides.impolite.close()
  pair.sides.polite.close()
  vi.unstubAllGlobals()
})

async function connect(): Promise<void> {
  pair.sides.impolite.offer()
  await settle()
  await pair.deliverAll()
  expect(pair.isMatched).toBe(true)
}

test('one side offers, the other answers', async () => {
  await connect()
  expect(FakePeerConnection.all).toHaveLength(2)
})

test('first offers that meet leave one connection on each side', async () => {
  pair.sides.impolite.offer()
  pair.sides.polite.offer()
  await settle()
  await pair.deliverAll()
  expect(pair.isMatched).toBe(true)
  expect(pair.sides.polite.connection.getTransceivers()).toHaveLength(2)
})

test('restarts that meet keep the connection', async () => {
  await connect()
  pair.sides.impolite.restart()
  pair.sides.polite.restart()
  await settle()
  await pair.deliverAll()
  expect(pair.isMatched).toBe(true)
  expect(FakePeerConnection.all).toHaveLength(2)
})

test.each(['impolite', 'polite'] as const)(
  'a reload of the %s side is met with a new connection',
  async (side) => {
    await connect()
    pair.reload(side)
    await settle()
    expect(await pair.deliverAll()).toBeLessThanOrEqual(3)
    expect(pair.isMatched).toBe(true)
  },
)

test.each(['impolite', 'polite'] as const)(
  'a reload of the %s side while the other restarts',
  async (side) => {
    await connect()
    pair.reload(side)
    pair.sides[other[side]].restart()
    await settle()
    await pair.deliverAll()
    expect(pair.isMatched).toBe(true)
  },
)

test('rebuilds that meet end in one pair', async () => {
  await connect()
  pair.sides.impolite.rebuild()
  pair.sides.polite.rebuild()
  await settle()
  await pair.deliverAll()
  expect(pair.isMatched).toBe(true)
})

test('a lost offer and a lost answer are mended by offering again', async () => {
  pair.sides.impolite.offer()
  await settle()
  pair.post.polite = []
  pair.sides.impolite.offer()
  await settle()
  await pair.deliver('polite')
  pair.post.impolite = []
  pair.sides.impolite.offer()
  await settle()
  await pair.deliverAll()
  expect(pair.isMatched).toBe(true)
  expect(FakePeerConnection.all).toHaveLength(2)
})

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'whatever happened in between, a pair that can talk again finds together (seed %i)',
  async (seed) => {
    const random = generator(seed)
    pair.lost = () => random() < 0.3
    for (let step = 0; step < 25; step++) {
      const side: Side = random() < 0.5 ? 'impolite' : 'polite'
      const choice = random()
      if (choice < 0.1) pair.reload(side)
      else if (choice < 0.25) pair.sides[side].restart()
      else if (choice < 0.35) pair.sides[side].rebuild()
      else if (choice < 0.45) pair.sides[side].offer()
      else await pair.deliver(side)
    }
    pair.lost = () => false
    await settle()
    await pair.deliverAll()
    // What the peer does next: repeats an unanswered offer, and rebuilds what did not come together.
    for (let round = 0; round < 3 && !pair.isMatched; round++) {
      const side: Side = random() < 0.5 ? 'impolite' : 'polite'
      if (pair.sides[side].isWaitingForAnswer) pair.sides[side].offer()
      else pair.sides[side].rebuild()
      await settle()
      await pair.deliverAll()
    }
    expect(pair.isMatched).toBe(true)
    expect(warned).not.toHaveBeenCalled()
  },
)

/** Mulberry32: small, repeatable, random enough. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
