/**
 * The refresh cookie. Over HTTPS it is a `__Host-` cookie; over plain HTTP, as in a home network, browsers would drop
 * that, so it goes without `Secure` under a name of its own.
 */
export const cookieNames = { secure: '__Host-cairn', plain: 'cairn' }

/** The cookie of the sign-in, as a handler sees it. */
export interface SignInCookie {
  read(): string | undefined
  /** `maxAge` in milliseconds. */
  set(token: string, maxAge: number): void
  clear(): void
}
