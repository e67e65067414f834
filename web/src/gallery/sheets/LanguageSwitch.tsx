import { LanguageSwitch } from '@/ui/LanguageSwitch'

import type { Sheet } from '../sheet'

export const sheet: Sheet = {
  part: 'LanguageSwitch',
  states: [
    { name: 'candidate', draw: () => <LanguageSwitch /> },
    { name: 'focused', focused: true, draw: () => <LanguageSwitch /> },
    { name: 'desk', draw: () => <LanguageSwitch size="desk" /> },
    { name: 'the sign alone', draw: () => <LanguageSwitch size="desk" nameHidden="always" /> },
  ],
}
