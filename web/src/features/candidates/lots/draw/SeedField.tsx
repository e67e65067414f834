import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { TextInput } from '@/ui/TextInput'

import { isShortSeed, makeSeed } from './draft'

type Props = { seed: string; wrong: boolean; onChange: (seed: string) => void }

const MOST_BYTES = 64

/** Where chance comes from. Left empty, the server makes it when it draws. */
export function SeedField({ seed, wrong, onChange }: Props) {
  const { t } = useTranslation(['lots', 'errors'])
  return (
    <Field
      label={t('lots:seed_label')}
      hint={isShortSeed(seed) ? t('lots:seed_short') : t('lots:seed_hint')}
      error={wrong ? t('errors:lot_seed_invalid', { most: MOST_BYTES }) : undefined}
    >
      {(ids) => (
        <div className="flex flex-wrap gap-2">
          <TextInput
            {...ids}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('lots:seed_empty')}
            className="min-w-60 flex-1 basis-60 font-mono placeholder:font-sans"
            value={seed}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button onClick={() => onChange(makeSeed())}>{t('lots:seed_make')}</Button>
        </div>
      )}
    </Field>
  )
}
