import { z } from 'zod'
import { decoded, Json } from '#main/runs/json.ts'
import type { Output } from '#shared/api.ts'
import { BUNDLE_EXTENSION } from '#shared/bundle-file.ts'
import { type Result, succeed } from '#shared/problem.ts'
import { fileNameOf } from './file-name.ts'
import type { AreaHandlers } from './handlers.ts'
import type { Services } from './services.ts'

type Exported = Output<'bundles.export'>

/** A scenario with its catalogue as a file, which passes by here unread; refused where it is none that can be billed. */
export async function exported({ kept }: Pick<Services, 'kept'>, id: string): Promise<Result<Exported>> {
  const file = await kept('own.file', { id })
  if (!file.ok) return file
  const name = decoded(await kept('own.name', { id }))
  if (!name.ok) return name
  return succeed({
    fileName: fileNameOf(z.string().parse(name.value), BUNDLE_EXTENSION),
    file: z.instanceof(Json).parse(file.value).bytes,
  })
}

export const exports = (
  services: Pick<Services, 'kept'>,
): Pick<AreaHandlers<'bundles'>, 'bundles.export'> => ({
  'bundles.export': ({ id }) => exported(services, id),
})
