import type { MessagePort } from 'node:worker_threads'
import type { AppEvent } from '#shared/events.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { crossed, encoded } from './json.ts'
import { KeeperData, type KeeperPlace, type KeeperReport, type KeeperRequest } from './keeper-messages.ts'
import { paced } from './paced.ts'

interface Keeper {
  readonly ask: (method: string, input: unknown) => Promise<Result<unknown>>
  readonly close: () => void
}

type OpenKeeper = (options: {
  readonly place: KeeperPlace
  readonly events: { readonly emit: (event: AppEvent) => void }
  readonly note: (message: string, defect?: unknown) => void
  /** To be told how many pieces of how many are done of what the opening takes; answers whether to go on. */
  readonly onMigrating: (done: number, of: number) => boolean
}) => Result<Keeper>

/** The thread's whole life: opens the store, answers one call after the other in the order they came, and closes it. */
export function serveKeeper(port: MessagePort, data: unknown, open: OpenKeeper): void {
  const tell = (report: KeeperReport, transfer: readonly ArrayBuffer[] = []) =>
    port.postMessage(report, transfer)
  const { place, calledOff } = KeeperData.parse(data)
  const isCalledOff = new Int32Array(calledOff)
  const toldOfMigration = migrationTold((progress) => tell({ kind: 'migrating', progress }))
  const opened = open({
    place,
    events: { emit: (event) => tell({ kind: 'event', event }) },
    note: (message, defect) => tell({ kind: 'note', message, defect }),
    onMigrating: (done, of) => {
      toldOfMigration(done, of)
      return Atomics.load(isCalledOff, 0) === 0
    },
  })
  tell({ kind: 'opened', result: opened.ok ? succeed(null) : opened })
  if (!opened.ok) return
  const keeper = opened.value
  let before: Promise<unknown> = Promise.resolve()

  const answer = async (id: number, method: string, input: unknown) => {
    const result = encoded(await keeper.ask(method, crossed(input)))
    tell({ kind: 'answer', id, result }, result.ok ? [result.value.buffer] : [])
  }
  const close = () => {
    keeper.close()
    port.close()
  }
  port.on('message', (request: KeeperRequest) => {
    before = before.then(() =>
      request.kind === 'close' ? close() : answer(request.id, request.method, request.input),
    )
  })
}

/** Passes on at once that there is something to wait for, and from then on how far it is, at a pace that can be read. */
function migrationTold(send: (progress: number) => void): (done: number, of: number) => void {
  let goOn: ReturnType<typeof paced> | undefined
  return (done, of) => {
    if (goOn) return goOn(done, of)
    goOn = paced(send, () => performance.now())
    send(done / of)
  }
}
