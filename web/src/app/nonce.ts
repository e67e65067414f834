import { pageNonce } from '@/lib/nonce'

declare global {
  var __webpack_nonce__: string | undefined
}

/** Hands the page's style nonce to the one library that asks for it here (Radix' scroll lock, by get-nonce). */
export function shareNonce(): void {
  const nonce = pageNonce()
  if (nonce) globalThis.__webpack_nonce__ = nonce
}
