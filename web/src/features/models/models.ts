/** The files that observe, as the server's own list describes them. */

import { FairviewProblem } from '@/api/problem'

export interface UsedModel {
  name: string
  source: string
  version: string
  licence: string
  bytes: number
  sha256: string
}

export async function readModels(): Promise<UsedModel[]> {
  const answer = await fetch('/models/manifest.json')
  if (!answer.ok) throw new FairviewProblem({ status: answer.status, code: 'not_found' })
  const entries = (await answer.json()) as UsedModel[]
  // Tables of the models above them are no models of their own.
  return entries.filter(({ bytes }) => bytes > SMALLEST_MODEL)
}

const SMALLEST_MODEL = 100_000
