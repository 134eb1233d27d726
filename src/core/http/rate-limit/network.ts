import { isIPv6 } from 'node:net'

/** Who has one IPv6 address has 2^64 of them, so the first half counts. An IPv4 address counts whole. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [whole = ''] = address.split('%')
  const [, written = ''] = /^\[(.*)\]$/.exec(new URL(`http://[${whole}]`).hostname) ?? []
  const [head = '', tail] = written.split('::')
  const [left, right] = [partsOf(head), partsOf(tail ?? '')]
  const zeros = Array<string>(8 - left.length - right.length).fill('0')
  const groups = [...left, ...zeros, ...right]
  const isMapped = groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff'
  return isMapped ? mappedOf(groups) : `${groups.slice(0, 4).join(':')}::/64`
}

const partsOf = (text: string) => (text === '' ? [] : text.split(':'))

/** An IPv4 address as a socket for both families writes it. */
const mappedOf = (groups: readonly string[]) =>
  groups
    .slice(6)
    .map((group) => parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 255])
    .join('.')
