import { afterEach, describe, expect, it } from 'vitest'
import { presets } from '#main/catalogs/index.ts'
import { modelChoices } from '#renderer/finding/models.ts'
import { setNumberFormat } from '#renderer/format/figures.ts'
import { readCells } from '#renderer/pages/account/inputs/people/paste/delimited.ts'
import { readStreams } from '#renderer/pages/account/inputs/usage/streams/read-streams.ts'

const APRIL = presets.find(({ id }) => id === 'elevenlabs-2026-04') ?? null
const KNOWN = {
  choices: modelChoices(APRIL, 'creator'),
  people: { members: ['Ann', '2027'], keys: ['voice-bot'], workspaces: ['eu'] },
}
const read = (...rows: readonly string[]) => readStreams(readCells(rows.join('\n')), KNOWN)
const streamsOf = (...rows: readonly string[]) => read(...rows).map(({ stream }) => stream)
const whyOf = (row: string) => read(row)[0]?.why

const MULTILINGUAL = { product: 'text-to-speech', model: 'Multilingual v2' }

describe('streams pasted from a spreadsheet', () => {
  afterEach(() => setNumberFormat('comma'))

  it('are read by the names of product and model, in any order of columns', () => {
    const monthly = '250000'
    expect(
      streamsOf(
        'Quantity\tModel\tProduct',
        '250,000\tMultilingual v2\tText to Speech',
        'text-to-speech\t250k\tMULTILINGUAL V2',
        'Text to Speech, Multilingual v2\t250000\t',
      ),
    ).toEqual([
      { ...MULTILINGUAL, monthly },
      { ...MULTILINGUAL, monthly },
      { ...MULTILINGUAL, monthly },
    ])
  })

  it('are somebody’s where a cell names a member, a key or a workspace, also one whose name is a number', () => {
    expect(streamsOf('Text to Speech\tMultilingual v2\t7\tann\tVoice Bot\tEU')).toEqual([
      { ...MULTILINGUAL, monthly: '7', member: 'Ann', apiKey: 'voice-bot', workspace: 'eu' },
    ])
    expect(streamsOf('2027\tText to Speech\tMultilingual v2\t7')).toEqual([
      { ...MULTILINGUAL, monthly: '7', member: '2027' },
    ])
  })

  it('have quantities in the person’s way of writing numbers', () => {
    setNumberFormat('point')
    expect(streamsOf('Text to Speech\tMultilingual v2\t1.250,5')).toMatchObject([{ monthly: '1250.5' }])
  })

  it('need no model where a product has one that is priced', () => {
    expect(streamsOf('Voice Changer\t12')).toEqual([
      { product: 'voice-changer', model: 'Standard', monthly: '12' },
    ])
  })

  it.each([
    ['Telepathy\tStandard v9\t3', 'no product and model of the catalogue'],
    ['Text to Speech\t\t3', 'which model of Text to Speech is not said'],
    ['Music\tStandard\t3', 'no published rate'],
    ['Text to Speech\tMultilingual v2\tmuch', 'no quantity'],
    ['Text to Speech\tMultilingual v2\t3\t4', 'more than one number'],
    ['Text to Speech\tMultilingual v2\t-3', '-3 is no quantity'],
  ])('are not taken of %j: %s', (row, why) => {
    expect(whyOf(row)).toBe(why)
    expect(streamsOf(row)).toEqual([null])
  })

  it('are told by the rows of the spreadsheet, without its heading', () => {
    expect(read('Product\tModel\tMonthly', 'Telepathy\tx\t3').map(({ row, text }) => [row, text])).toEqual([
      [2, 'Telepathy · x · 3'],
    ])
    expect(read('')).toEqual([])
  })
})
