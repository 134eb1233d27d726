/** The mark: three stacked stones. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M3.2 26.1c-.3-2.7 4.1-4.7 12.2-4.9 8.7-.2 13.6 1.5 13.5 4.5-.1 2.6-4.6 4-12.9 4.1-8 .1-12.5-1-12.8-3.7Z" />
      <path d="M7.3 16.9c-.2-2.6 3-4.6 8.7-4.8 6.1-.2 9.4 1.5 9.3 4.2-.1 2.5-3.3 3.8-9 4-5.6.2-8.8-.9-9-3.4Z" />
      <path d="M11.3 7.6c-.2-2.6 1.7-4.9 4.9-5.2 3.4-.3 5.4 1.4 5.5 4.1.1 2.7-1.9 4.4-5.1 4.6-3.2.2-5.1-1-5.3-3.5Z" />
    </svg>
  )
}
