import { useTranslation } from 'react-i18next'

import { PageHeader } from '@/ui/PageHeader'
import { usePageTitle } from '@/ui/usePageTitle'

import { Allowed } from '../Allowed'
import { AccentSection } from './AccentSection'
import { LanguageSection } from './LanguageSection'
import { LogoSection } from './LogoSection'

/** The organisation's own colour, picture and language. */
export function LookPage() {
  const { t } = useTranslation('accounts')
  usePageTitle(t('look'))
  return (
    <>
      <PageHeader title={t('look')} lead={t('look_lead')} />
      <Allowed asks="look.manage">
        <div className="grid max-w-160 gap-10">
          <AccentSection />
          <LogoSection />
          <LanguageSection />
        </div>
      </Allowed>
    </>
  )
}
