import address from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url'

/**
 * The bundled font as a rule of CSS that holds all of it: a picture that is looked at by itself fetches nothing. Empty
 * where its file cannot be had.
 */
export async function fontFace(): Promise<string> {
  const bytes = await fontBytes()
  if (bytes === null) return ''
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${await asData(bytes)}) format('woff2')}`
}

async function fontBytes(): Promise<Blob | null> {
  try {
    const response = await fetch(address)
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}

const asData = (bytes: Blob): Promise<string> => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('load', () => resolve(String(reader.result)))
  reader.addEventListener('error', () => reject(reader.error ?? new Error('The font could not be read.')))
  reader.readAsDataURL(bytes)
  return promise
}
