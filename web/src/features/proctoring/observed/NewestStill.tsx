import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { formatDate, formatList } from '@/lib/locale'
import { useCell } from '@/lib/useCell'
import { browserZone } from '@/lib/zones'

import type { Watching } from '../watching'

/** What made the device say that a thing is in sight, so that whoever sits there can tell what it really was. */
export function NewestStill({ watching }: { watching: Watching }) {
  const { t } = useTranslation('observed')
  const still = useCell(watching.still)
  if (!still) return null
  const things = formatList(still.shows.map((one) => t(`objects_${one}`)))
  const time = formatDate(new Date(performance.timeOrigin + still.atMs), browserZone(), 'time')
  return (
    <figure className="mt-2 flex items-start gap-3">
      <Picture picture={still.picture} words={t('still_alt', { things, time })} />
      <figcaption className="text-13 text-ink-2">{t('still', { things, time })}</figcaption>
    </figure>
  )
}

function Picture({ picture, words }: { picture: Blob; words: string }) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(picture)
    if (image.current) image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [picture])
  return <img ref={image} alt={words} className="w-28 shrink-0 rounded-control" />
}
