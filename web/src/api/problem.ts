/** An error as the API states it: a code, and the values that its sentence needs. */

export class FairviewProblem extends Error {
  readonly code: string
  readonly status: number
  readonly params: Record<string, string | number>
  readonly field: string | undefined

  constructor(problem: {
    code: string
    status?: number
    params?: Record<string, string | number>
    field?: string | null
  }) {
    super(problem.code)
    this.name = 'FairviewProblem'
    this.code = problem.code
    this.status = problem.status ?? 0
    this.params = problem.params ?? {}
    this.field = problem.field ?? undefined
  }
}

/** What an answer that is not ok says, whether it is a problem of ours, of allauth or of nobody. */
export async function problemOf(response: Response): Promise<FairviewProblem> {
  const { status } = response
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return new FairviewProblem({ ...body, status })
  if (hasErrors(body))
    return new FairviewProblem({ code: body.errors[0].code, field: body.errors[0].param, status })
  const code = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found', 429: 'too_many_requests' }[
    status
  ]
  return new FairviewProblem({ code: code ?? (status >= 500 ? 'server_failed' : 'unexpected'), status })
}

type ProblemBody = ConstructorParameters<typeof FairviewProblem>[0]
type AllauthBody = { errors: [{ code: string; param?: string }, ...unknown[]] }

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}

function hasErrors(body: unknown): body is AllauthBody {
  return (
    typeof body === 'object' &&
    body !== null &&
    'errors' in body &&
    Array.isArray(body.errors) &&
    body.errors.length > 0
  )
}
