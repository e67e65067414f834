/** Which view of the room a person chose last in this browser. */

const STORED_AS = 'fairview.room-view'

export function rememberedTab(): string | undefined {
  return localStorage.getItem(STORED_AS) ?? undefined
}

export function rememberTab(tab: string): void {
  localStorage.setItem(STORED_AS, tab)
}
