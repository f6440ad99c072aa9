const SCHEME = 'data-mantine-color-scheme'

/** Reads the page in the inks of the light theme, in which paper and files are; nothing is drawn in between. */
export function inLightInks<T>(read: () => T): T {
  const root = document.documentElement
  const scheme = root.getAttribute(SCHEME)
  root.setAttribute(SCHEME, 'light')
  try {
    return read()
  } finally {
    if (scheme === null) root.removeAttribute(SCHEME)
    else root.setAttribute(SCHEME, scheme)
  }
}
