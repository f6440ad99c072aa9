import { readFileSync } from 'node:fs'

const [reportPath = '', status = '1'] = process.argv.slice(2)

/** The counts of vitest's JSON report; none when the run ended before the tests began. */
function countsOf(path) {
  const text = readFileSync(path, 'utf8')
  if (text === '') return { passed: 0, failed: 0, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(text)
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

const { passed, failed, skipped } = countsOf(reportPath)
// Types, lint, build or a file that does not load: something failed though no single test did.
const failures = status === '0' ? failed : Math.max(failed, 1)
process.stdout.write(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
