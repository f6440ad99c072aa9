const NAMES: ReadonlyMap<string, string> = new Map([
  ['us', 'US'],
  ['eu', 'EU'],
  ['in', 'India'],
  ['global', 'Global'],
])

/** Where a workspace is, as a person says it; an environment of a catalogue of one's own goes by what it is called there. */
export const environmentName = (environment: string): string => NAMES.get(environment) ?? environment
