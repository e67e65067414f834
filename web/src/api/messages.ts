/** The live messages and log payloads, by the names that the rest of the code uses. */

import type { components } from './schema.gen'

type Schemas = components['schemas']

export type Upward = Schemas['WireUpward']
export type Downward = Schemas['WireDownward']
export type Payload = Schemas['WirePayload']

/** What a candidate may keep of a talk beside their receipts. */
export type SealedSession = Schemas['WireSealedSession']

/** A frozen report, as the page, the download and the command line give it. */
export type ReportDocument = Schemas['WireReportDocument']
