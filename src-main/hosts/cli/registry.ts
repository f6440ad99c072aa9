import type { Command } from './command.ts'
import { attribute } from './commands/attribute.ts'
import { bestUpgrade } from './commands/best-upgrade.ts'
import { bestUpgrades } from './commands/best-upgrades.ts'
import { catalogs } from './commands/catalogs.ts'
import { check } from './commands/check.ts'
import { compare } from './commands/compare.ts'
import { crossovers } from './commands/crossovers.ts'
import { curves } from './commands/curves.ts'
import { envelope } from './commands/envelope.ts'
import { events } from './commands/events.ts'
import { explain } from './commands/explain.ts'
import { failures } from './commands/failures.ts'
import { run } from './commands/run.ts'
import { schema } from './commands/schema.ts'
import { validate } from './commands/validate.ts'
import { variants } from './commands/variants.ts'

/** Every command by its name, in the order in which the help lists them. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    catalogs,
    compare,
    crossovers,
    envelope,
    curves,
    run,
    check,
    explain,
    events,
    attribute,
    variants,
    failures,
    'best-upgrade': bestUpgrade,
    'best-upgrades': bestUpgrades,
    validate,
    schema,
  }),
)
