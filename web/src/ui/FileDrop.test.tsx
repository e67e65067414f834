import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'

import { show } from '@/testing/page'

import { FileDrop } from './FileDrop'

type Sending = { onProgress: (share: number) => void; signal: AbortSignal }

const onSent = vi.fn()
const send = vi.fn<(file: File, sending: Sending) => Promise<string>>()

beforeEach(() => {
  onSent.mockReset()
  send.mockReset()
})

const drop = () =>
  show(<FileDrop kinds=".csv" limitMb={1} hint="CSV, up to 1 MB" send={send} onSent={onSent} />)
const input = () => screen.getByLabelText<HTMLInputElement>(/Choose a file/)
const people = new File(['Name'], 'people.csv')

test('a file that is chosen goes to the server, and one sees how much of it has gone', async () => {
  let answer: (found: string) => void = () => {}
  send.mockImplementation((_file, { onProgress }) => {
    onProgress(0.4)
    return new Promise((resolve) => (answer = resolve))
  })
  await drop()
  await userEvent.upload(input(), people)
  const bar = await screen.findByRole('progressbar', { name: 'Sending people.csv' })
  await waitFor(() => expect(bar.getAttribute('aria-valuetext')).toBe('40%'))
  answer('the import')
  await waitFor(() => expect(onSent).toHaveBeenCalledWith('the import'))
  expect(input()).toBeDefined()
})

test('a file that is dropped is taken as well', async () => {
  send.mockResolvedValue('the import')
  await drop()
  fireEvent.drop(screen.getByText(/or drop it here/), { dataTransfer: { files: [people] } })
  await waitFor(() => expect(onSent).toHaveBeenCalled())
})

test('what is called off is no mishap', async () => {
  send.mockImplementation(
    (_file, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('Called off', 'AbortError')))
      }),
  )
  await drop()
  await userEvent.upload(input(), people)
  await userEvent.click(await screen.findByRole('button', { name: 'Stop' }))
  await screen.findByText(/Choose a file/)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(onSent).not.toHaveBeenCalled()
})

test.each([
  ['nothing in it', new File([], 'people.csv')],
  ['too much in it', new File([new Uint8Array((1 << 20) + 1)], 'people.csv')],
])('a file with %s is refused before anything is sent', async (_, file) => {
  await drop()
  await userEvent.upload(input(), file)
  expect((await screen.findByRole('alert')).textContent).not.toBe('')
  expect(send).not.toHaveBeenCalled()
})
