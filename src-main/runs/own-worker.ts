import { Worker } from 'node:worker_threads'

/**
 * What is made new may take this much before it is told apart from what stays. With more, a thread at its limit could
 * keep at once more than the 16 MB that Node lets it have to end by itself, and V8 would then end the whole process.
 */
const YOUNG_MB = 48

/**
 * A worker thread that ends by itself, and only itself, beyond `memoryMb` of heap, and prints nothing. Node would join
 * its output to this process's own, and listen there once more for each thread for a reader who is gone, to raise that
 * again where nobody can catch it.
 */
export function ownWorker(entry: string | URL, memoryMb: number, workerData?: unknown): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB }
  const worker = new Worker(entry, { workerData, resourceLimits, stdout: true, stderr: true })
  worker.stdout.resume()
  worker.stderr.resume()
  return worker
}
