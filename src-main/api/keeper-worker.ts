import { parentPort, workerData } from 'node:worker_threads'
import { serveKeeper } from '#main/runs/serve-keeper.ts'
import { openKeeper } from './keeper.ts'

/*
 * What the thread runs that keeps documents. From the sources it is this file; the build puts it beside the main
 * process as `keeper.js`.
 */

if (parentPort === null) throw new Error('This module is the entry of a worker thread.')
serveKeeper(parentPort, workerData, openKeeper)
