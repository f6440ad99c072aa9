/**
 * What accounts and inputs of laws are made up from. It is the same in every run, so that a change is judged by the same
 * accounts as the one before it; others are looked at with another number in the environment.
 */
export const SEED = Number(process.env['TIERWISE_SEED'] ?? '20261201')
