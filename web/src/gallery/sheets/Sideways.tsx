import { Sideways } from '@/ui/Sideways'

import type { Sheet } from '../sheet'

const WARDS = ['Surgery', 'Paediatrics', 'Intensive care', 'Oncology', 'Radiology', 'Cardiology', 'Neurology']

function scrollOn(place: HTMLElement): void {
  const region = place.querySelector('.overflow-x-auto')
  region?.scrollTo({ left: getComputedStyle(region).direction === 'rtl' ? -80 : 80 })
}

const wide = () => (
  <Sideways label="Wards">
    <p className="whitespace-nowrap">
      {Array.from({ length: 5 }, () => WARDS)
        .flat()
        .join(' · ')}
    </p>
  </Sideways>
)

export const sheet: Sheet = {
  part: 'Sideways',
  states: [
    {
      name: 'fits',
      draw: () => (
        <Sideways label="Wards">
          <p>Surgery · Paediatrics</p>
        </Sideways>
      ),
    },
    { name: 'more beyond the end', awaits: '[role=region]', draw: wide },
    { name: 'more on both sides', act: scrollOn, awaits: '[data-before]', draw: wide },
  ],
}
