/** Every sentence of the chart parts, in English. */
const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 })

export const chartWords = {
  asTable: 'Table',
  asPicture: 'Picture',
  more: (title: string) => `Save “${title}”`,
  savePicture: 'Save the picture (PNG)',
  saveTable: 'Save the table (CSV)',
  notSaved: 'This browser could not draw the picture as a file. The table can still be saved.',
  table: (title: string) => `${title}, as a table`,
  close: 'Close',
  figure: (value: number) => numbers.format(value),
}
