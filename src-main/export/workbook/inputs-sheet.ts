import type { Catalog } from '#shared/catalog.ts'
import type { RunResult } from '#shared/run-result.ts'
import type { Scenario } from '#shared/scenario.ts'
import { patternText, weekdaysText } from '#shared/usage-in-words.ts'
import type { WeekdayProfile } from '#shared/usage.ts'
import { type Cell, count, credits, date, money, text } from './cells.ts'
import { type PlannedSheet, tableSheet } from './sheet.ts'

interface Row {
  readonly label: string
  readonly value: Cell
  readonly unit?: string
  readonly note?: string
  readonly when?: string
}

export const SIMULATION_NOTE =
  'A simulation by Tierwise, not a bill of the vendor. A spreadsheet keeps fifteen digits of a figure.'

function usageRows({ usage, usageEvents }: Scenario): readonly Row[] {
  const events: Row = { label: 'Usage events', value: count(usageEvents.length) }
  switch (usage.kind) {
    case 'pattern':
      return [
        { label: 'Usage a month', value: credits(usage.monthly), unit: 'credits' },
        { label: 'Usage pattern', value: text(patternText(usage.pattern)) },
        ...weekdayRows(usage.weekdays),
        events,
      ]
    case 'series':
      return [
        ...usage.credits.map((monthly, place) => ({
          label: `Usage of month ${String(place + 1)}`,
          value: credits(monthly),
          unit: 'credits',
        })),
        ...weekdayRows(usage.weekdays),
        events,
      ]
    case 'streams':
      return [
        ...usage.streams.map(({ product, model, monthly, pattern, weekdays, member, apiKey, workspace }) => ({
          label: 'Usage a month',
          value: credits(monthly),
          unit: `${product}, ${model}`,
          note: [
            patternText(pattern),
            ...(weekdays === undefined ? [] : [`by weekday ${weekdaysText(weekdays)}`]),
            ...[member, apiKey, workspace].flatMap((who) => who ?? []),
          ].join(', '),
        })),
        events,
      ]
  }
}

const weekdayRows = (weekdays: WeekdayProfile | undefined): readonly Row[] =>
  weekdays === undefined
    ? []
    : [{ label: 'Weekday profile', value: text(weekdaysText(weekdays)), unit: 'beside one another' }]

function termRows(
  { billing, overage, offers, trial, extraSeats, months }: Scenario,
  currency: string,
): readonly Row[] {
  return [
    { label: 'Billing', value: text(billing) },
    { label: 'Months', value: count(months) },
    { label: 'Overage', value: text(overage.optIn ? 'on' : 'off') },
    ...(overage.spendLimit === undefined
      ? []
      : [{ label: 'Spend limit a period', value: money(overage.spendLimit, currency), unit: currency }]),
    { label: 'First-period offers', value: text(offers ? 'on' : 'off') },
    ...(trial === undefined
      ? []
      : [
          { label: 'Trial', value: count(trial.days), unit: 'days' },
          { label: 'Trial credits', value: credits(trial.credits), unit: 'credits' },
        ]),
    { label: 'Extra Full seats', value: count(extraSeats) },
  ]
}

const peopleRows = ({ members, workspaces, groups, apiKeys, changes, grants }: Scenario): readonly Row[] => [
  { label: 'Members', value: count(members.length) },
  { label: 'Workspaces', value: count(workspaces.length) },
  { label: 'Billing groups', value: count(groups.length) },
  { label: 'API keys', value: count(apiKeys.length) },
  { label: 'Dated changes', value: count(changes.length) },
  { label: 'Custom grants', value: count(grants.length) },
]

const sourceRows = ({ sources }: Catalog): readonly Row[] =>
  Object.entries(sources).map(([key, { title, address, date: at, basis }]) => ({
    label: `Source ${key}`,
    value: text(title),
    unit: basis,
    when: at,
    ...(address === undefined ? {} : { note: address }),
  }))

/** What was simulated, by what, and on whose figures; no notes, nothing that was expected of it. */
export function inputsSheet(scenario: Scenario, catalog: Catalog, result: RunResult): PlannedSheet {
  const rows: readonly Row[] = [
    { label: 'Note', value: text(SIMULATION_NOTE) },
    { label: 'Engine version', value: text(result.engineVersion) },
    { label: 'Input hash', value: text(result.inputHash) },
    { label: 'Scenario', value: text(scenario.name) },
    { label: 'Catalogue', value: text(catalog.name), note: catalog.id },
    { label: 'Currency', value: text(result.currency) },
    { label: 'Plan', value: text(scenario.plan) },
    { label: 'From', value: date(result.start) },
    { label: 'To (exclusive)', value: date(result.end) },
    ...termRows(scenario, result.currency),
    ...usageRows(scenario),
    ...peopleRows(scenario),
    { label: 'The price is', value: text(result.basis.price) },
    { label: 'The usage is', value: text(result.basis.usage) },
    ...result.assumptions.map((assumption) => ({ label: 'Assumption', value: text(assumption) })),
    ...result.refusals.map(({ message }) => ({ label: 'Refused change', value: text(message) })),
    ...sourceRows(catalog),
  ]
  return tableSheet(
    'Inputs',
    [
      { header: 'Input', width: 26, cell: ({ label }: Row) => text(label) },
      { header: 'Value', width: 60, cell: ({ value }: Row) => value },
      {
        header: 'Unit or basis',
        width: 22,
        cell: ({ unit }: Row) => (unit === undefined ? null : text(unit)),
      },
      { header: 'Date', width: 12, cell: ({ when }: Row) => date(when ?? null) },
      {
        header: 'Where, or more',
        width: 60,
        cell: ({ note }: Row) => (note === undefined ? null : text(note)),
      },
    ],
    rows,
  )
}
