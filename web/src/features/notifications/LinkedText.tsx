import { textLinkLook } from '@/ui/Link'

const ADDRESSES = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/

/** Plain text with its addresses to follow, in the direction of its own language. */
export function LinkedText({ text }: { text: string }) {
  return (
    <p dir="auto" className="max-w-prose wrap-anywhere whitespace-pre-wrap">
      {text.split(ADDRESSES).map((part, index) =>
        ADDRESSES.test(part) ? (
          <a key={index} href={part} target="_blank" rel="noreferrer" className={textLinkLook}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  )
}
