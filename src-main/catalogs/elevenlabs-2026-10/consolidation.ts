import type { Catalog } from '#shared/catalog.ts'
import { from } from './sources.ts'

/** Enterprise only, billed by a workspace in the US. */
export const consolidation: Catalog['consolidation'] = from('consolidated')(
  {
    billingEnvironment: 'us',
    environments: ['us', 'eu', 'in'],
    plans: ['enterprise'],
    perWorkspaceLimits: true,
  },
  'A reporting workspace may be given a cap on its credits. It may be given one on its concurrent requests too, which is not modelled.',
)
