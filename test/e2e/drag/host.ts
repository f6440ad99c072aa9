import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtThreads, createApplication } from '#main/hosts/application.ts'
import { openLog } from '#main/hosts/log.ts'
import { sessionSecrets } from '#main/hosts/session-secrets.ts'
import { serveOnLoopback, type WebHost } from '#main/hosts/web/server.ts'

/*
 * A host in a process of its own, so that what it does weighs on a page as it does for a person: the application, on the
 * store in a folder that is given or on an empty one, and, on another port, a bare page with the same calls. Started by `started-host.ts`, which it answers by messages.
 */

const [app = '', floor = '', store] = process.argv.slice(2)
const folder = store ?? mkdtempSync(join(tmpdir(), 'tierwise-drag-'))
const log = openLog(folder)
const secrets = sessionSecrets('a benchmark keeps none', log)
const application = await createApplication({
  host: 'web',
  folder,
  threads: builtThreads(join(app, '..')),
  log,
  secrets,
})
if (!application.ok) throw new Error(application.problems.map(({ message }) => message).join(' '))
const { api, audience, close } = application.value
const servers: Readonly<Record<string, WebHost>> = {
  app: await serveOnLoopback({ api, audience, root: app }),
  floor: await serveOnLoopback({ api, audience, root: floor }),
}

process.on('message', (asked: string) => {
  const { user, system } = process.cpuUsage()
  process.send?.(asked === 'cpu' ? (user + system) / 1000 : servers[asked]?.invite().once)
})
process.on('disconnect', () => {
  void Promise.all(Object.values(servers).map((server) => server.close()))
    .then(close)
    .finally(() => {
      rmSync(folder, { recursive: true, force: true })
      process.exit()
    })
})
process.send?.('ready')
