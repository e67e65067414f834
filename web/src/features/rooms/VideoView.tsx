import { type ReactNode, useEffect, useRef } from 'react'

import { Drawing } from '@/features/proctoring/overlay/Drawing'
import type { Shown } from '@/features/proctoring/overlay/shown'
import { classes } from '@/lib/classes'

type Props = {
  stream: MediaStream | null
  label: string
  /** Oneself: mirrored, and never heard. */
  own?: boolean
  /** Drawn over the picture: what the device sees in it. */
  drawn?: Shown | undefined
  className?: string
  /** Shown in place of a picture: nobody there yet, camera off. */
  children?: ReactNode
}

/** A person's picture on a dark stage. */
export function VideoView({ stream, label, own, drawn, className, children }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element || element.srcObject === stream) return
    element.srcObject = stream
    if (stream) element.play().catch(() => undefined)
  }, [stream])
  return (
    <div className={classes('stage relative overflow-hidden bg-sunk text-ink', className)}>
      {/* A live call has no captions to offer; what is said goes to the person as sound. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <video
        ref={video}
        aria-label={label}
        playsInline
        autoPlay
        muted={own}
        data-own={own ? '' : undefined}
        className={classes('size-full object-cover', own && '-scale-x-100', children ? 'invisible' : null)}
      />
      {drawn && !children && <Drawing shown={drawn} video={video} isMirrored={own} />}
      {children && <div className="absolute inset-0 grid place-items-center p-4 text-center">{children}</div>}
    </div>
  )
}
