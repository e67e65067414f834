import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/lib/locale'
import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'

import type { Preview } from '../queries'
import { type Draft, sizeOf, type Trouble } from './draft'

type Props = {
  draft: Draft
  trouble: Trouble | undefined
  preview: Preview | undefined
  onChange: (part: Partial<Draft>) => void
}

export function SizeField({ draft, trouble, preview, onChange }: Props) {
  const { t } = useTranslation(['lots', 'errors'])
  const members = formatNumber(preview?.members ?? 0)
  const errors = {
    size_missing: t('lots:size_missing'),
    size_too_large: t('errors:lot_size_invalid', { size: formatNumber(sizeOf(draft)), members }),
  }
  return (
    <Field
      label={t('lots:size')}
      hint={preview && t('lots:size_of', { members })}
      error={trouble && trouble in errors ? errors[trouble as keyof typeof errors] : undefined}
    >
      {(ids) => (
        <TextInput
          {...ids}
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          className="max-w-32"
          value={draft.size}
          onChange={(event) => onChange({ size: event.target.value })}
        />
      )}
    </Field>
  )
}
