import { spawn } from 'node:child_process'

/** Opens an address in the system's browser, where there is one; a machine without is no error. */
export function openBrowser(address: string, platform: NodeJS.Platform): void {
  const [command, args] = commandFor(platform)
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
}

function commandFor(platform: NodeJS.Platform): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', []]
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler']]
  return ['xdg-open', []]
}
