import { protocol } from 'electron'
import { bundleFiles, SECURITY_HEADERS } from '../bundle.ts'
import { isOurs, SCHEME } from './origin.ts'

/** Makes `app:` a standard, secure scheme; Electron takes this only before it is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built renderer under `app://bundle/`, what `others` has under its paths, and nothing else. */
export function serveBundle(root: string, others: (pathname: string) => Response | undefined): void {
  const files = bundleFiles(root)
  protocol.handle(SCHEME, async (request) => {
    if (request.method !== 'GET' || !isOurs(request.url)) return refused(403)
    const { pathname } = new URL(request.url)
    const other = others(pathname)
    if (other) return other
    const file = await files(pathname)
    return file ? new Response(file.body, { headers: file.headers }) : refused(404)
  })
}

const refused = (status: number) => new Response(null, { status, headers: SECURITY_HEADERS })
