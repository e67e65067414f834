import { useTranslation } from 'react-i18next'

import { Tick } from '@/ui/Tick'

import { type Extra, extrasOf, type Visit } from './visit'

type Props = {
  watching: Visit['watching']
  extras: readonly Extra[]
  onExtras: (extras: readonly Extra[]) => void
}

/** What may be noted as well, each for itself; whatever is left empty is not observed. */
export function ExtraNotes({ watching, extras, onExtras }: Props) {
  const { t } = useTranslation('consent')
  const offered = extrasOf(watching)
  if (offered.length === 0) return null
  return (
    <fieldset className="mt-6 min-w-0">
      <legend className="font-semibold">{t('extras_title')}</legend>
      <p className="mb-3 text-15 text-ink-2">{t('notes_optional')}</p>
      <div className="grid gap-2">
        {offered.map((item) => (
          <Tick
            key={item}
            label={t(`extra_${item}`)}
            description={t(`notes_${item}`)}
            checked={extras.includes(item)}
            onChange={(wanted) => onExtras(wanted ? [...extras, item] : extras.filter((one) => one !== item))}
          />
        ))}
      </div>
    </fieldset>
  )
}
