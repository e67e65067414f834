import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { Logo } from './Logo'
import { takeOffLook, useWornLook, wearLook } from './wornLook'

function Page() {
  const look = useWornLook()
  return look?.logo ? <Logo logo={look.logo} name={look.name} /> : <p>Fairview</p>
}

const style = () => document.getElementById('organisation-look')?.textContent ?? ''

afterEach(() => {
  cleanup()
  takeOffLook()
})

test('a look is worn before the page is drawn, and taken off again', async () => {
  await wearLook('Northwind', { accent: '#204a87', logo: { id: 'one', width: 96, height: 32 } })
  render(<Page />)
  expect(screen.getByRole('img', { name: 'Northwind' }).getAttribute('src')).toBe('/api/logos/one')
  expect(style()).toContain('--accent: light-dark(')
  takeOffLook()
  expect(style()).toBe('')
})

test('without a colour the accent stays as it is, and another colour replaces the first', async () => {
  await wearLook('Northwind', { accent: null, logo: null })
  expect(style()).toBe('')
  await wearLook('Northwind', { accent: '#204a87', logo: null })
  const first = style()
  await wearLook('Northwind', { accent: '#87204a', logo: null })
  expect(style()).not.toBe(first)
  expect(document.querySelectorAll('#organisation-look')).toHaveLength(1)
})
