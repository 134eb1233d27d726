import { expect, test } from 'vitest'
import { deliveryOf } from './delivery.ts'

test.each([
  ['image/png', 'image/png'],
  ['video/mp4', 'video/mp4'],
  ['audio/x-m4a', 'audio/x-m4a'],
  ['application/pdf', 'application/pdf'],
  ['text/plain', 'text/plain; charset=utf-8'],
])('%s is shown in its place', (type, sent) => {
  const headers = deliveryOf({ name: 'a', type })
  expect(headers['content-type']).toBe(sent)
  expect(headers['content-disposition']).toMatch(/^inline;/)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).not.toContain('script')
})

test.each([
  'text/html',
  'application/xhtml+xml',
  'image/svg+xml',
  'application/xml',
  'text/javascript',
  'application/javascript',
  'text/css',
  'application/wasm',
  'application/zip',
  'text/plain\r\nset-cookie: a=b',
  'image/png, text/html',
  '',
])('“%s” is a download without a type, and may do nothing where it is opened', (type) => {
  const headers = deliveryOf({ name: 'a', type })
  expect(headers['content-type']).toBe('application/octet-stream')
  expect(headers['content-disposition']).toMatch(/^attachment;/)
  expect(headers['content-security-policy']).toMatch(/sandbox$/)
})

test.each([
  ['day.txt', `filename="day.txt"; filename*=UTF-8''day.txt`],
  ['Ä b.txt', `filename="_ b.txt"; filename*=UTF-8''%C3%84%20b.txt`],
  [`it's (1)*.txt`, `filename="it's (1)*.txt"; filename*=UTF-8''it%27s%20%281%29%2A.txt`],
  ['a"; x="\\b', `filename="a_; x=__b"; filename*=UTF-8''a%22%3B%20x%3D%22_b`],
  ['../../etc/passwd', `filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`],
  ['a\r\nset-cookie: b', `filename="a__set-cookie: b"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20b`],
  ['\ud800', `filename="_"; filename*=UTF-8''%EF%BF%BD`],
  ['', `filename="file"; filename*=UTF-8''file`],
])('the name %j is told twice, and nothing but a name', (name, words) => {
  expect(deliveryOf({ name, type: 'image/png' })['content-disposition']).toBe(`inline; ${words}`)
})
