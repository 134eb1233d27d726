import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

const apple = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  { header: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', words: 'Firefox on Linux' },
  {
    header: `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${apple} Chrome/138.0.0.0 Safari/537.36`,
    words: 'Chrome on Windows',
  },
  {
    header: `Mozilla/5.0 (Windows NT 10.0) ${apple} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`,
    words: 'Edge on Windows',
  },
  {
    header: `Mozilla/5.0 (Linux; Android 15; Pixel 9) ${apple} Chrome/138.0.0.0 Mobile Safari/537.36`,
    words: 'Chrome on Android',
  },
  {
    header: `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.5 Safari/605.1.15`,
    words: 'Safari on macOS',
  },
  {
    header: `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${apple} Version/18.5 Safari/604.1`,
    words: 'Safari on iOS',
  },
  { header: 'curl/8.14.1', words: 'curl' },
  { header: '<script>alert(1)</script>', words: null },
  { header: 'x'.repeat(10_000), words: null },
  { header: undefined, words: null },
])('the browser $words is told by its header', ({ header, words }) => {
  expect(deviceOf(header)).toBe(words)
})
