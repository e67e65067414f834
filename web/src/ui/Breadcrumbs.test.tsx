import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { showRouted } from '@/testing/page'

import { Breadcrumbs, Crumb } from './Breadcrumbs'

test('the way leads from the rail over every page between', async () => {
  await showRouted(
    <Breadcrumbs place="pools">
      <Crumb to="/pools/$id" params={{ id: 'spring' }}>
        Spring
      </Crumb>
    </Breadcrumbs>,
  )
  const way = await screen.findByRole('navigation', { name: 'Where this page belongs' })
  const links = within(way).getAllByRole('link')
  expect(links.map((one) => [one.textContent, one.getAttribute('href')])).toEqual([
    ['Pools', '/pools'],
    ['Spring', '/pools/spring'],
  ])
})
