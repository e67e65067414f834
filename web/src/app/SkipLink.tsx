import { useTranslation } from 'react-i18next'

/** The first stop of the keyboard on every page. */
export function SkipLink() {
  const { t } = useTranslation('ui')
  return (
    <a
      href="#content"
      className="sr-only rounded-control bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:start-2 focus:z-50"
    >
      {t('skip_to_content')}
    </a>
  )
}
