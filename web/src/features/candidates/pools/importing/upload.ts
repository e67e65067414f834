/** A file on its way to the server, with how much of it has gone. (`fetch` does not tell that.) */

import { ensureCsrfToken } from '@/api/client'
import { FairviewProblem, problemOf } from '@/api/problem'

import type { Import } from './queries'

type Options = { onProgress: (share: number) => void; signal: AbortSignal }

/** Throws a `FairviewProblem`, or an `AbortError` when it was called off. */
export async function upload(pool: string, file: File, { onProgress, signal }: Options): Promise<Import> {
  const token = await ensureCsrfToken()
  const answer = await send(`/api/pools/${pool}/imports?name=${encodeURIComponent(file.name)}`, file, {
    token,
    onProgress,
    signal,
  })
  if (!answer.ok) throw await problemOf(answer)
  return (await answer.json()) as Import
}

function send(path: string, file: File, { token, onProgress, signal }: Options & { token: string }) {
  return new Promise<Response>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('X-CSRFToken', token)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }))
    request.onerror = () => reject(new FairviewProblem({ code: 'offline' }))
    request.onabort = () => reject(new DOMException('Called off', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}
