import { serveOnLoopback, type WebHost, type WebHostOptions } from '#main/hosts/web/server.ts'
import { enterAt } from './http.ts'

export interface EnteredHost extends WebHost {
  /** That of a page which came in. */
  readonly token: string
}

/** A host that has let one page in. */
export async function serveToPage(options: WebHostOptions): Promise<EnteredHost> {
  const host = await serveOnLoopback(options)
  return { ...host, token: await enterAt(host.invite().address) }
}
