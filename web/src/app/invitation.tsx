/** The page of an invitation, the first that a candidate sees, without the rest of the product: that is fetched
 *  while they read, and takes its place when they go on. */

import './first.css'

import { InvitationPage } from '@/features/scheduling/InvitationPage'
import { whenIdle } from '@/lib/whenIdle'

import { begin } from './begin'
import { News } from './News'
import { SkipLink } from './SkipLink'

const NEXT = '/join'

const draw = await begin()

async function goOn() {
  const { showProduct } = await import('./product')
  history.pushState(null, '', NEXT)
  showProduct(draw)
}

draw(
  <>
    <SkipLink />
    <InvitationPage token={location.pathname.split('/')[2] ?? ''} onContinued={goOn} />
    <News />
  </>,
)
whenIdle(() => void import('./product').then(({ fetchNextPage }) => fetchNextPage()))
