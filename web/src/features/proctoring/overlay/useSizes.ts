import { type RefObject, useEffect, useState } from 'react'

import type { Size } from './fit'

/** How large the frame of a video is on the page, and its picture by itself; undefined until both are known. */
export function useSizes(
  video: RefObject<HTMLVideoElement | null>,
): { picture: Size; frame: Size } | undefined {
  const [sizes, setSizes] = useState<{ picture: Size; frame: Size }>()
  useEffect(() => {
    const element = video.current
    if (!element) return
    const measure = () =>
      setSizes({
        picture: { width: element.videoWidth, height: element.videoHeight },
        frame: { width: element.clientWidth, height: element.clientHeight },
      })
    const frames = new ResizeObserver(measure)
    frames.observe(element)
    element.addEventListener('resize', measure)
    element.addEventListener('loadedmetadata', measure)
    return () => {
      frames.disconnect()
      element.removeEventListener('resize', measure)
      element.removeEventListener('loadedmetadata', measure)
    }
  }, [video])
  return sizes?.picture.width && sizes.frame.width ? sizes : undefined
}
