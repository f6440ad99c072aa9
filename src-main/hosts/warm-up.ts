import type { Api } from '#main/api/router.ts'

/** By then a page has fetched its files and is busy reading them. */
const WHILE_THE_PAGE_READS_MS = 100

/**
 * The engine's first comparison takes ten times as long as later ones, while its code is read and compiled. Asked for
 * while a page starts up, it keeps nobody waiting.
 */
export function warmUpSoon(api: Api): void {
  setTimeout(() => {
    const terms = { catalog: 'elevenlabs-2026-04' }
    void api('analysis.compare', { ...terms, usage: '400000' })
    void api('analysis.curves', { ...terms, upTo: '1000000' })
  }, WHILE_THE_PAGE_READS_MS).unref()
}
