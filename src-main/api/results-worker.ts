import { parentPort, workerData } from 'node:worker_threads'
import { serveResults } from '#main/runs/serve-results.ts'
import { answerOpen } from './open-results.ts'

/*
 * What the thread runs in which results are open. From the sources it is this file; the build puts it beside the main
 * process as `results.js`.
 */

if (parentPort === null) throw new Error('This module is the entry of a worker thread.')
serveResults(parentPort, workerData, answerOpen)
