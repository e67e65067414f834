const LEVEL = 'M6 40h36'

/** What stands on the line at eye level, as in the mark. */
const SCENES = {
  read: (
    <>
      <rect x="13" y="9" width="22" height="28" rx="2" className="fill-surface stroke-current" />
      <path d="M18 16h12M18 21h12M18 26h6" className="stroke-line-3" />
      <path d="m26 29 3 3 6-7" className="stroke-accent" strokeWidth="2.5" />
    </>
  ),
  test: (
    <>
      <rect x="9" y="13" width="21" height="20" rx="3" className="fill-surface stroke-current" />
      <path d="m30 20 9-4v14l-9-4" className="fill-surface stroke-current" />
      <path d="M14 27v-3M18 27v-7M22 27v-9M26 27v-4" className="stroke-accent" strokeWidth="2.5" />
    </>
  ),
  wait: (
    <>
      <path d="M17 40V11h16v29" className="fill-surface stroke-current" />
      <path d="M17 11 27 14v26" className="fill-accent-soft stroke-current" />
      <path d="M24 26v2" className="stroke-accent" strokeWidth="2.5" />
    </>
  ),
  talk: (
    <>
      <path d="M7 38a8.5 8.5 0 0 1 17 0z" className="fill-accent" />
      <path d="M24 38a8.5 8.5 0 0 1 17 0z" className="fill-current" />
      <path
        d="M11 12h14a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-7l-4 3v-3h-3a3 3 0 0 1-3-3v-5a3 3 0 0 1 3-3z"
        className="fill-surface stroke-current"
      />
      <path d="M33 17h4a3 3 0 0 1 3 3v3a3 3 0 0 1-3 3v2l-3-2h-1" className="stroke-current" />
    </>
  ),
  decide: (
    <>
      <path d="M8 18v18h32V18" className="fill-surface stroke-current" />
      <path d="m8 18 16 11 16-11-16-9z" className="fill-accent-soft stroke-current" />
      <path d="M19 19h10" className="stroke-accent" strokeWidth="2.5" />
    </>
  ),
}

/** A small drawing of one thing that happens on the way. Decorative: the words stand beside it. */
export function Scene({ of }: { of: keyof typeof SCENES }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 48 48"
      className="size-14 shrink-0 fill-none text-ink"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {SCENES[of]}
      <path d={LEVEL} className="stroke-current" strokeWidth="2.5" />
    </svg>
  )
}
