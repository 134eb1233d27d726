/** Files that people bring. */
import { deflateSync } from 'node:zlib'

export interface BroughtFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export const fileOf = (name: string, content: string | Buffer): BroughtFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
})

/** As Windows Notepad saved "Unicode": little-endian with a byte order mark. */
export const inUtf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

const capitalA = 0x410
const smallYa = 0x44f

/** As Russian Windows saved everything: letters stand in the order of the alphabet from 0xC0. */
export const inWindows1251 = (text: string) =>
  Buffer.from(
    Array.from(text, (sign) => {
      const code = sign.codePointAt(0) ?? 0
      return code >= capitalA && code <= smallYa ? code - capitalA + 0xc0 : code
    }),
  )

/** The beginning of a picture: enough to be recognised. */
export const picture = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('0000000d494844520000001000000010080600000 01ff3ff61'.replaceAll(' ', ''), 'hex'),
  deflateSync(Buffer.alloc(1040)),
])
