import type { Catalog } from '#shared/catalog.ts'
import { from } from './sources.ts'

/** Enterprise only, billed by a workspace in the US. */
export const consolidation: Catalog['consolidation'] = from('consolidated-page')(
  {
    billingEnvironment: 'us',
    environments: ['us', 'eu', 'in'],
    plans: ['enterprise'],
    perWorkspaceLimits: false,
  },
  'No limits: "No, all workspaces share the same credit pool." Environments are those that its documentation names: US, EU and India.',
)
