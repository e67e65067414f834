/** What a person does to bring a state about. */

type Act = (place: HTMLElement) => void

export function clickIn(selector: string): Act {
  return (place) => place.querySelector<HTMLElement>(selector)?.click()
}

export function typeIn(selector: string, text: string): Act {
  return (place) => {
    const input = place.querySelector<HTMLInputElement>(selector)
    if (!input) return
    // React keeps watch over `value`: it hears only of a change that went past its own setter.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Menus of Radix open as soon as the pointer goes down. */
export function pressIn(selector: string): Act {
  return (place) =>
    place
      .querySelector(selector)
      ?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, pointerType: 'mouse' }))
}

export function chooseIn(selector: string, file: File): Act {
  return (place) => {
    const input = place.querySelector<HTMLInputElement>(selector)
    if (!input) return
    const files = new DataTransfer()
    files.items.add(file)
    input.files = files.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
}
