import { useRouter, useSearch } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { PasswordInput } from '@/ui/PasswordInput'
import { useProblemSentence } from '@/ui/problemSentence'
import { StandAlone } from '@/ui/StandAlone'
import { TextInput } from '@/ui/TextInput'
import { usePageTitle } from '@/ui/usePageTitle'

import { useSignIn } from './session'

export function SignInPage() {
  const { t } = useTranslation('accounts')
  const { next } = useSearch({ from: '/sign-in' })
  const router = useRouter()
  const signIn = useSignIn()
  const sentence = useProblemSentence()
  const [words, setWords] = useState({ email: '', password: '' })
  const [tried, setTried] = useState(false)
  usePageTitle(t('sign_in'))

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!words.email || !words.password) return
    signIn.mutate(words, { onSuccess: () => router.history.replace(next ?? '/today') })
  }
  return (
    <StandAlone>
      <h1 tabIndex={-1} className="text-25 font-semibold">
        {t('sign_in')}
      </h1>
      <p className="mt-1 mb-6 text-ink-2">{t('sign_in_lead')}</p>
      <form noValidate onSubmit={submit} className="grid gap-4">
        <Field label={t('email')} error={tried && !words.email ? t('email_missing') : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              type="email"
              autoComplete="username"
              value={words.email}
              onChange={(event) => setWords({ ...words, email: event.target.value.trim() })}
            />
          )}
        </Field>
        <Field label={t('password')} error={tried && !words.password ? t('password_missing') : undefined}>
          {(ids) => (
            <PasswordInput
              {...ids}
              autoComplete="current-password"
              value={words.password}
              onChange={(event) => setWords({ ...words, password: event.target.value })}
            />
          )}
        </Field>
        {signIn.isError && (
          <p role="alert" className="text-grave">
            {sentence(signIn.error)}
          </p>
        )}
        <Button type="submit" tone="main" busy={signIn.isPending} className="mt-2 justify-self-start">
          {t('sign_in')}
        </Button>
      </form>
    </StandAlone>
  )
}
