/** The live messages and log payloads, by the names that the rest of the code uses. */

import type { components } from './schema.gen'

type Schemas = components['schemas']

export type Upward = Schemas['LiveUpward']
export type Downward = Schemas['LiveDownward']
export type Payload = Schemas['LivePayload']
