declare global {
  var __webpack_nonce__: string | undefined
}

/** Hands the page's style nonce to the one library that writes a style tag (Radix' scroll lock, by get-nonce). */
export function shareNonce(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  if (nonce) globalThis.__webpack_nonce__ = nonce
}
