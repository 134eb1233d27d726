/** How content that a stranger may have made is handed to a browser without a chance to act there. */

/** What a browser shows and cannot run. */
const inert =
  /^(image\/(apng|avif|bmp|gif|jpeg|png|webp)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf|text\/plain)$/

/** For what is shown: a picture or a film needs to load itself, and nothing else. */
const shown = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
const shut = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** What is not known to be inert (pages, drawings with scripts, programs) is a download without a type. */
export function deliveryOf({ name, type }: { name: string; type: string }) {
  const isInert = inert.test(type)
  const typed = type === 'text/plain' ? 'text/plain; charset=utf-8' : type
  return {
    'content-type': isInert ? typed : 'application/octet-stream',
    'content-security-policy': isInert ? shown : shut,
    'content-disposition': `${isInert ? 'inline' : 'attachment'}; ${namesOf(name)}`,
  }
}

/** The name twice: for old programs in ASCII, and whole as RFC 5987 has it. */
function namesOf(given: string) {
  const name = given.toWellFormed().replace(/[/\\]/g, '_') || 'file'
  const plain = name.replace(/[^ -~]|["%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}
