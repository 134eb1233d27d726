/** Where the server is just now. Who comes while it is down waits until it is back. */
export interface Place {
  open(address: string): void
  close(): void
  /** The address of the server as soon as there is one. */
  address(): Promise<string>
}

export function createPlace(): Place {
  let current = Promise.withResolvers<string>()
  let isOpen = false
  return {
    open(address) {
      isOpen = true
      current.resolve(address)
    },
    close() {
      if (isOpen) current = Promise.withResolvers<string>()
      isOpen = false
    },
    address: () => current.promise,
  }
}
