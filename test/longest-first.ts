import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Short files that take long: one after another, processes are started and killed, or files damaged. */
const LONG = [/\/store\/kill\.test\.ts$/, /\/store\/(mutations|kill-restore)\.test\.ts$/]

/**
 * On a fresh clone nothing is known of a file but its size. One that takes a minute and a half and starts last would leave
 * all other processors waiting for it.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inUsualOrder = super.sort.bind(this)
    const usual = await inUsualOrder(files)
    return usual.toSorted((a, b) => rank(a.moduleId) - rank(b.moduleId))
  }
}

function rank(path: string): number {
  const index = LONG.findIndex((pattern) => pattern.test(path))
  return index === -1 ? LONG.length : index
}
