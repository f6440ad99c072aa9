/** The grid that holds the focus while arrows move through its rows. */
export const SCENARIO_TABLE_ID = 'scenario-table'

export const rowId = (id: string): string => `scenario-${id}`
