import { parentPort } from 'node:worker_threads'
import { serveRuns } from '#main/runs/serve-runs.ts'
import { answerRun } from './long-calls.ts'

/*
 * What a worker thread of `createRuns` runs: the API's long calls. From the sources it is this file; the build puts
 * it beside the main process as `worker.js`.
 */

if (parentPort === null) throw new Error('This module is the entry of a worker thread.')
serveRuns(parentPort, answerRun)
