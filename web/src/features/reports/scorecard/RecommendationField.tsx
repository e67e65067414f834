import { RadioGroup } from 'radix-ui'
import { useTranslation } from 'react-i18next'

import { RECOMMENDATIONS, type Recommendation } from './draft'

type Props = { value: Recommendation | null; onChange: (value: Recommendation) => void }

export function RecommendationField({ value, onChange }: Props) {
  const { t } = useTranslation('scorecards')
  return (
    <div className="border-t border-line pt-3">
      <h3 className="mb-2 font-medium">{t('recommendation')}</h3>
      <RadioGroup.Root
        aria-label={t('recommendation')}
        value={value}
        onValueChange={(chosen) => onChange(chosen as Recommendation)}
        className="grid grid-cols-2 gap-2 sm:grid-cols-4"
      >
        {RECOMMENDATIONS.map((name) => (
          <RadioGroup.Item
            key={name}
            value={name}
            className="min-h-9 rounded-control border border-line-2 bg-surface px-2 text-13 font-medium transition-colors hover:border-line-3 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=checked]:text-on-accent"
          >
            {t(`recommend_${name}`)}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
