import { useTranslation } from 'react-i18next'

/** Why this page is not in the room: what the live plane said, or the desk when it was asked for a new ticket. */
export function useRefusalSentence(): (code: string) => string {
  const { t } = useTranslation(['rooms', 'errors'])
  return (code) => t([`rooms:refused_${code}`, `errors:${code}`, 'errors:unexpected'])
}
