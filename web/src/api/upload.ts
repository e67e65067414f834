/** A file on its way to the server, with how much of it has gone. (`fetch` does not tell that.) */

import { ensureCsrfToken } from './client'
import { FairviewProblem, problemOf } from './problem'

export type UploadOptions = { onProgress: (share: number) => void; signal: AbortSignal }

/** Throws a `FairviewProblem`, or an `AbortError` when it was called off. */
export async function upload<Answer>(path: string, file: Blob, options: UploadOptions): Promise<Answer> {
  const answer = await send(path, file, options, await ensureCsrfToken())
  if (!answer.ok) throw await problemOf(answer)
  return (await answer.json()) as Answer
}

function send(path: string, file: Blob, { onProgress, signal }: UploadOptions, token: string) {
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
