/** How large Python is: the files of `files.ts`, which a test weighs. */

/** Unpacked, as a page counts what arrives. */
export const ALL_BYTES = 12_170_000
/** As they travel, for people to know beforehand. */
export const ON_THE_WAY_MB = 5.5
