import { shell } from 'electron'

/** Where the sources of the catalogues' figures are, and nothing else a page could ask for. */
const KNOWN_HOSTS: ReadonlySet<string> = new Set([
  'elevenlabs.io',
  'help.elevenlabs.io',
  'dodopayments.com',
  'docs.dodopayments.com',
])

/** The only way to the system's browser: https, without credentials or port, to a host we link to ourselves. */
export async function openInBrowser(address: string): Promise<void> {
  if (!URL.canParse(address)) return
  const { protocol, hostname, port, username, password, href } = new URL(address)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return
  if (KNOWN_HOSTS.has(hostname)) await shell.openExternal(href)
}
