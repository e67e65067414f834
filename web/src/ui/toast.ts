/** Short news that needs no answer. Grave ones stay until they are put away. */

export type ToastNews = {
  text: string
  tone?: 'plain' | 'ok' | 'grave'
  action?: { label: string; onAct: () => void }
}
export type ShownToast = ToastNews & { id: number }

let shown: readonly ShownToast[] = []
let nextId = 1
const listeners = new Set<() => void>()

function change(toasts: readonly ShownToast[]): void {
  shown = toasts
  for (const listener of listeners) listener()
}

export function toast(news: ToastNews): void {
  change([...shown, { ...news, id: nextId++ }])
}

export function putAway(id: number): void {
  change(shown.filter((one) => one.id !== id))
}

export const toasts = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  now: () => shown,
}
