/** Light or dark, and how much contrast: as the system until a person chooses. */

import { useSyncExternalStore } from 'react'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
const CONTRASTS = ['system', 'more'] as const
export type Contrast = (typeof CONTRASTS)[number]

class Choice<Value extends string> {
  readonly #listeners = new Set<() => void>()

  constructor(
    readonly attribute: 'theme' | 'contrast',
    readonly values: readonly Value[],
    readonly unchosen: Value,
  ) {}

  get = (): Value => {
    const stored = localStorage.getItem(this.#storedAs)
    return this.values.find((value) => value === stored) ?? this.unchosen
  }

  watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  choose(value: Value): void {
    if (value === this.unchosen) localStorage.removeItem(this.#storedAs)
    else localStorage.setItem(this.#storedAs, value)
    this.apply()
    for (const listener of this.#listeners) listener()
  }

  apply(): void {
    const value = this.get()
    const root = document.documentElement
    if (value === this.unchosen) root.removeAttribute(`data-${this.attribute}`)
    else root.setAttribute(`data-${this.attribute}`, value)
  }

  get #storedAs(): string {
    return `fairview.${this.attribute}`
  }
}

const theme = new Choice<Theme>('theme', THEMES, 'system')
const contrast = new Choice<Contrast>('contrast', CONTRASTS, 'system')

export function applyTheme(): void {
  theme.apply()
  contrast.apply()
}

export const chooseTheme = (value: Theme) => theme.choose(value)
export const chooseContrast = (value: Contrast) => contrast.choose(value)
export const useTheme = () => useSyncExternalStore(theme.watch, theme.get)
export const useContrast = () => useSyncExternalStore(contrast.watch, contrast.get)
