import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { openKeeper } from '#main/api/keeper.ts'
import { serveKeeper } from '#main/runs/serve-keeper.ts'

/*
 * The keeper of the application, which does not go on with a migration that is half done until it is called off or there
 * is a file `go-on` beside the documents.
 */

if (parentPort === null) throw new Error('This module is the entry of a worker thread.')
serveKeeper(parentPort, workerData, (options) =>
  openKeeper({
    ...options,
    onMigrating: (done, of) => {
      const isHeld = () => done >= of / 2 && !existsSync(join(options.place.folder, 'go-on'))
      while (options.onMigrating(done, of) && isHeld())
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
      return options.onMigrating(done, of)
    },
  }),
)
