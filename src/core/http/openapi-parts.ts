/** What many endpoints share in the description of the api. */

export const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The token of a sign-in; it lasts ten minutes and is renewed with the refresh cookie.',
  },
  apiKey: {
    type: 'http',
    scheme: 'bearer',
    description: 'A key that a person made for a program; it can do what its scopes name.',
  },
}

/** As `draft-ietf-httpapi-ratelimit-headers-10` describes them; every reply that is counted carries the first two. */
export const rateLimitHeaders = {
  'RateLimit-Policy': {
    description: 'The budget: requests (q) in a window of so many seconds (w).',
    schema: { type: 'string', examples: ['"person";q=600;w=60'] },
  },
  RateLimit: {
    description: 'Requests left (r); it is whole again, or there is one more, in so many seconds (t).',
    schema: { type: 'string', examples: ['"person";r=599;t=1'] },
  },
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
}

export const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Makes it safe to send again when no answer came: for a day, the same request with the same key is done once and ' +
    'answered alike, then with `idempotency-replayed: true`.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
}
