/** Words for a browser, so that a person knows which sign-in is which. What browsers say of themselves is a hint only. */

/** The first that is found counts: most browsers also name the ones they descend from. */
const browsers: [mark: RegExp, name: string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
]
const systems: [mark: RegExp, name: string][] = [
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** “Firefox on Linux”, or as much of it as the header tells; null when it tells nothing known. */
export function deviceOf(userAgent = ''): string | null {
  const words = [browsers, systems].map((known) => known.find(([mark]) => mark.test(userAgent))?.[1])
  return words.filter((word) => word !== undefined).join(' on ') || null
}
