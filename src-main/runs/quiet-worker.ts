import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * A worker thread that prints nothing. Node would join its output to this process's own, and listen there once more for
 * each thread for a reader who is gone, to raise that again where nobody can catch it.
 */
export function quietWorker(entry: string | URL, options: WorkerOptions): Worker {
  const worker = new Worker(entry, { ...options, stdout: true, stderr: true })
  worker.stdout.resume()
  worker.stderr.resume()
  return worker
}
