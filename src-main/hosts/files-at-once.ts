/** A person who marks more than so many and opens them has made a mistake, or wants the folder imported. */
export const MOST_AT_ONCE = 100

/** What is told of the files past those, where there are so many: which, and why they are not opened. */
export const leftOut = (
  files: readonly string[],
): { readonly file: string; readonly message: string } | undefined =>
  files.length > MOST_AT_ONCE
    ? {
        file: `${String(files.length - MOST_AT_ONCE)} of ${String(files.length)} files`,
        message: `Tierwise opens ${String(MOST_AT_ONCE)} at a time; the others are as they were.`,
      }
    : undefined
