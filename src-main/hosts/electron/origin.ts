/** The renderer's own scheme and host: a secure origin with storage of its own, unlike `file://`. */
export const SCHEME = 'app'
const HOST = 'bundle'

export const START_ADDRESS = `${SCHEME}://${HOST}/`

/** Whether an address belongs to the renderer. Node gives custom schemes no origin, hence the parts. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === ''
}
