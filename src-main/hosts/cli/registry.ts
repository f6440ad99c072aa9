import type { Command } from './command.ts'
import { catalogs } from './commands/catalogs.ts'
import { compare } from './commands/compare.ts'
import { crossovers } from './commands/crossovers.ts'
import { run } from './commands/run.ts'
import { schema } from './commands/schema.ts'
import { validate } from './commands/validate.ts'

/** Every command by its name, in the order in which the help lists them. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    catalogs,
    compare,
    crossovers,
    run,
    validate,
    schema,
  }),
)
