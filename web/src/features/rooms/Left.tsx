import { useTranslation } from 'react-i18next'

import { JourneyPage } from '@/features/scheduling/JourneyPage'
import { Button } from '@/ui/Button'

/** Out, and how to come back. */
export function Left({ organisation, onBack }: { organisation: string; onBack: () => void }) {
  const { t } = useTranslation('rooms')
  return (
    <JourneyPage
      organisation={organisation}
      title={t('left_title')}
      lead={t('left_text')}
      foot={
        <Button tone="main" size="candidate" onClick={onBack}>
          {t('come_back')}
        </Button>
      }
    />
  )
}
