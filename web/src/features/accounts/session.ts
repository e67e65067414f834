/** Signing in and out: allauth's own API, which the desk's schema does not describe. */

import { useMutation, useQueryClient } from '@tanstack/react-query'

import { send } from '@/api/client'
import { FairviewProblem } from '@/api/problem'
import { takeOffLook } from '@/ui/wornLook'

const AUTH = '/_allauth/browser/v1/auth'
const ALREADY_SIGNED_IN = 409
const NOBODY_SIGNED_IN = 401

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (words: { email: string; password: string }) =>
      ask('POST', 'login', words).catch(unless(ALREADY_SIGNED_IN)),
    onSuccess: () => client.clear(),
  })
}

/** The server answers with 401: nobody is signed in any more, which is what was asked. */
export function signOut(): Promise<void> {
  return ask('DELETE', 'session').catch(unless(NOBODY_SIGNED_IN)).then(takeOffLook)
}

function ask(method: string, what: string, body?: object): Promise<unknown> {
  return send(
    new Request(new URL(`${AUTH}/${what}`, location.origin), {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body ? JSON.stringify(body) : null,
    }),
  )
}

function unless(expected: number) {
  return (problem: unknown) => {
    if (!(problem instanceof FairviewProblem && problem.status === expected)) throw problem
  }
}
