import { byId } from '#renderer/commands/hand-back.ts'

export const ADD_ID = 'add-change'

/** Where keys go on from when the change that had them is gone. */
export const theAddButton = byId(ADD_ID)
