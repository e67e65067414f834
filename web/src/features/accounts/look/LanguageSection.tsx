import { useTranslation } from 'react-i18next'

import { type Language, LANGUAGES, nameOfLanguage } from '@/lib/languages'
import { Field } from '@/ui/Field'
import { useProblemSentence } from '@/ui/problemSentence'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'

import { useMe } from '../queries'
import { useChooseLanguage } from './queries'

/** What the organisation writes in, to those who have chosen nothing else. */
export function LanguageSection() {
  const { t } = useTranslation('accounts')
  const { locale } = useMe().organisation
  const choose = useChoice()
  return (
    <section aria-labelledby="letters">
      <h2 id="letters" className="text-17 font-semibold">
        {t('letters')}
      </h2>
      <p className="mt-1 mb-4 text-ink-2">{t('letters_lead')}</p>
      <Field label={t('letters_language')} className="w-48">
        {(ids) => (
          <Select
            {...ids}
            value={locale}
            onChange={(event) => void choose(event.target.value as Language, locale)}
            options={LANGUAGES.map((one) => ({ value: one, label: nameOfLanguage(one) }))}
          />
        )}
      </Field>
    </section>
  )
}

function useChoice() {
  const { t } = useTranslation('accounts')
  const sentence = useProblemSentence()
  const change = useChooseLanguage()
  const choose = async (locale: Language, before: Language) => {
    try {
      await change.mutateAsync(locale)
    } catch (problem) {
      toast({ text: sentence(problem), tone: 'grave' })
      return
    }
    toast({
      text: t('letters_changed', { language: nameOfLanguage(locale) }),
      tone: 'ok',
      action: { label: t('look_undo'), onAct: () => void choose(before, locale) },
    })
  }
  return choose
}
