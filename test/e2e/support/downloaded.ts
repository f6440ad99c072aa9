import { buffer } from 'node:stream/consumers'
import type { Download } from 'playwright-core'

/** What a page handed to a person as a file; the browser may run elsewhere, so its disk is not looked at. */
export const downloaded = async (download: Download): Promise<Buffer> =>
  buffer(await download.createReadStream())
