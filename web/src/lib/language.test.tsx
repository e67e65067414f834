import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { show } from '@/testing/page'
import { LanguageSwitch } from '@/ui/LanguageSwitch'
import { TextInput } from '@/ui/TextInput'

const page = document.documentElement

beforeEach(() => {
  localStorage.clear()
  vi.resetModules()
})

/** A page that has just been loaded: nobody has chosen or been met on it. */
async function freshly() {
  const { startLanguage } = await import('./i18n')
  await startLanguage('en')
  return import('./language')
}

test('the browser’s languages are asked in their order, and what was chosen here goes before them', async () => {
  const { preferredLanguage } = await freshly()
  expect(preferredLanguage(['fr-CA', 'de-AT', 'ar'])).toBe('de')
  expect(preferredLanguage(['fr'])).toBe('en')
  localStorage.setItem('fairview.language', 'ar')
  expect(preferredLanguage(['de'])).toBe('ar')
})

test('the page speaks as the server knows the person, unless they chose otherwise here', async () => {
  const { chooseLanguage, meetPerson } = await freshly()
  const keep = () => Promise.resolve()
  await meetPerson('de', keep)
  expect(page.lang).toBe('de')
  await chooseLanguage('ar')
  expect([page.lang, page.dir]).toEqual(['ar', 'rtl'])
  await meetPerson('de', keep)
  expect(page.lang).toBe('ar')
})

test('a choice that came before one is known is kept on the server as soon as one is', async () => {
  const { chooseLanguage, meetPerson } = await freshly()
  const keep = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined)
  await meetPerson(null)
  await chooseLanguage('de')
  await meetPerson('en', keep)
  await meetPerson('en', keep)
  await vi.waitFor(() => expect(keep.mock.calls).toEqual([['de'], ['de']]))
  await meetPerson('en', keep)
  expect(keep).toHaveBeenCalledTimes(2)
})

test('who chooses another language loses nothing that was begun', async () => {
  await show(
    <>
      <LanguageSwitch />
      <TextInput aria-label="note" />
    </>,
  )
  const person = userEvent.setup()
  await person.type(screen.getByRole('textbox'), 'half a word')
  await person.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'العربية')
  expect(await screen.findByRole('combobox', { name: 'اللغة' })).toBe(document.activeElement)
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('half a word')
  expect([...screen.getAllByRole('option')].map((one) => one.lang)).toEqual(['en', 'de', 'ar'])
})
