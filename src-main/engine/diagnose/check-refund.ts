import type { Catalog } from '#shared/catalog.ts'
import type { Problem } from '#shared/problem.ts'
import type { Scenario } from '#shared/scenario.ts'

/** Whether there is anything to be given back on a day is found out as time passes; whether ever, the catalogue says. */
export const checkRefund = ({ name, refundDays }: Catalog, { changes }: Scenario): readonly Problem[] =>
  refundDays !== undefined
    ? []
    : changes.flatMap(({ kind }, index) =>
        kind === 'refund'
          ? [
              {
                code: 'refund.not_offered',
                message: `${name} gives no price back on request.`,
                path: `changes.${index}`,
              },
            ]
          : [],
      )
