/** What a person may save besides scenarios, by the ending of its file. */
export const SAVED_FILES = {
  csv: { typeName: 'CSV', mediaType: 'text/csv;charset=utf-8' },
  svg: { typeName: 'SVG picture', mediaType: 'image/svg+xml' },
  png: { typeName: 'PNG picture', mediaType: 'image/png' },
  xlsx: {
    typeName: 'Excel workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pdf: { typeName: 'PDF', mediaType: 'application/pdf' },
} as const satisfies Readonly<Record<string, { readonly typeName: string; readonly mediaType: string }>>

export type SavedKind = keyof typeof SAVED_FILES

/** What one saved file may weigh. */
export const MOST_SAVED_BYTES = 64 * 1024 * 1024
