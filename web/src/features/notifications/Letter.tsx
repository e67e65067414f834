import { useState } from 'react'

/** Links of a letter open beside the desk, never inside the frame. */
const LINKS_OUTSIDE = '<base target="_blank">'

const SMALLEST_PX = 120

/** A letter as its reader sees it. It may not run anything, and only its height is read. */
export function Letter({ html, title }: { html: string; title: string }) {
  const [height, setHeight] = useState(SMALLEST_PX)
  return (
    <iframe
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      srcDoc={LINKS_OUTSIDE + html}
      onLoad={({ currentTarget: { contentDocument } }) => {
        if (contentDocument) setHeight(contentDocument.documentElement.scrollHeight)
      }}
      className="sheet w-full rounded-panel border border-line bg-surface"
      style={{ height }}
    />
  )
}
