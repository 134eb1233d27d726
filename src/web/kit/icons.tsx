/** Cairn's own icons: 24 px, one stroke, drawn in the colour of the text. */
import type { ReactNode } from 'react'

interface IconProps {
  size?: number
}

function Stroke({ size = 20, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}

const icon = (drawing: ReactNode) => (props: IconProps) => <Stroke {...props}>{drawing}</Stroke>

export const HomeIcon = icon(
  <>
    <path d="M4 11.2 12 4.5l8 6.7" />
    <path d="M6 9.8V19a.8.8 0 0 0 .8.8h10.4a.8.8 0 0 0 .8-.8V9.8" />
    <path d="M10 19.8v-5.3h4v5.3" />
  </>,
)
export const ActivityIcon = icon(<path d="M3.5 12.5h4l2.4-6.6 4 12.4 2.5-5.8h4.1" />)
export const BellIcon = icon(
  <>
    <path d="M6.2 16.2h11.6c-1-1.2-1.5-2.4-1.5-4.6v-1.2a4.3 4.3 0 0 0-8.6 0v1.2c0 2.2-.5 3.4-1.5 4.6Z" />
    <path d="M10.2 19a2 2 0 0 0 3.6 0M12 4.2v1.9" />
  </>,
)
export const SettingsIcon = icon(
  <>
    <path d="M4 7.5h9M18.5 7.5H20M4 16.5h1.5M11 16.5h9" />
    <circle cx="15.8" cy="7.5" r="2.4" />
    <circle cx="8.2" cy="16.5" r="2.4" />
  </>,
)
export const SearchIcon = icon(
  <>
    <circle cx="10.8" cy="10.8" r="6.1" />
    <path d="m15.4 15.4 4.4 4.4" />
  </>,
)
export const AddIcon = icon(<path d="M12 5v14M5 12h14" />)
export const CloseIcon = icon(<path d="m6.5 6.5 11 11M17.5 6.5l-11 11" />)
export const CheckIcon = icon(<path d="m5 12.8 4.4 4.4L19.2 7.3" />)
export const UndoIcon = icon(
  <>
    <path d="M8.5 5.5 4.5 9.7l4 4" />
    <path d="M4.8 9.7h9a5.4 5.4 0 0 1 0 10.8H10" />
  </>,
)
export const RetryIcon = icon(
  <>
    <path d="M19.4 12a7.4 7.4 0 1 1-2.2-5.3" />
    <path d="M19.6 4.2v4.2h-4.2" />
  </>,
)
export const WarningIcon = icon(
  <>
    <path d="M12 4.6 3.6 19.2h16.8Z" />
    <path d="M12 10v4.4M12 16.9v.1" />
  </>,
)
export const FailureIcon = icon(
  <>
    <path d="M8.4 3.8h7.2l4.6 4.6v7.2l-4.6 4.6H8.4l-4.6-4.6V8.4Z" />
    <path d="m9.4 9.4 5.2 5.2M14.6 9.4l-5.2 5.2" />
  </>,
)
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="8" />
    <path d="M12 7.6V12l2.9 1.9" />
  </>,
)
export const SignOutIcon = icon(
  <>
    <path d="M13.5 4.5H6.3a.8.8 0 0 0-.8.8v13.4a.8.8 0 0 0 .8.8h7.2" />
    <path d="M10.5 12h9.3M16.3 8.3l3.7 3.7-3.7 3.7" />
  </>,
)
export const SunIcon = icon(
  <>
    <circle cx="12" cy="12" r="3.9" />
    <path d="M12 3.2v1.9M12 18.9v1.9M3.2 12h1.9M18.9 12h1.9M5.8 5.8l1.3 1.3M16.9 16.9l1.3 1.3M18.2 5.8l-1.3 1.3M7.1 16.9l-1.3 1.3" />
  </>,
)
export const MoonIcon = icon(<path d="M19.8 14.3A8.1 8.1 0 0 1 9.7 4.2a8.1 8.1 0 1 0 10.1 10.1Z" />)
export const ScreenIcon = icon(
  <>
    <rect x="3.5" y="5" width="17" height="11.5" rx="1.6" />
    <path d="M9 20h6M12 16.5V20" />
  </>,
)
export const KeysIcon = icon(
  <>
    <rect x="3" y="6.5" width="18" height="11" rx="2" />
    <path d="M7 10.3v.1M10.3 10.3v.1M13.7 10.3v.1M17 10.3v.1M8 14h8" />
  </>,
)
export const MoreIcon = icon(<path d="M5.5 12v.1M12 12v.1M18.5 12v.1" strokeWidth={2.6} />)
export const BackIcon = icon(<path d="M14.5 5.5 8 12l6.5 6.5" />)
export const ForwardIcon = icon(<path d="M9.5 5.5 16 12l-6.5 6.5" />)
export const LockIcon = icon(
  <>
    <rect x="5" y="10.8" width="14" height="9" rx="1.8" />
    <path d="M8.3 10.8V8a3.7 3.7 0 0 1 7.4 0v2.8" />
  </>,
)
export const WriteIcon = icon(
  <>
    <path d="m5 19 1-4.3L16.3 4.4a1.5 1.5 0 0 1 2.1 0l1.2 1.2a1.5 1.5 0 0 1 0 2.1L9.3 18Z" />
    <path d="m14.3 6.4 3.3 3.3" />
  </>,
)
export const UploadIcon = icon(
  <>
    <path d="M12 15.5V4.5M7.7 8.6 12 4.3l4.3 4.3" />
    <path d="M4.5 15.5v3a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-3" />
  </>,
)
export const DownloadIcon = icon(
  <>
    <path d="M12 4.3v11M7.7 11.2l4.3 4.3 4.3-4.3" />
    <path d="M4.5 15.5v3a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-3" />
  </>,
)
export const PathIcon = icon(
  <>
    <path d="M6 20c0-4.5 11-3.5 11-8.3 0-3.8-7-2.7-7-6.2" />
    <circle cx="10" cy="3.8" r="1.3" />
    <circle cx="6" cy="20.6" r=".6" />
  </>,
)
export const DocumentIcon = icon(
  <>
    <path d="M6.5 3.8h7.2l4.3 4.3v11.3a.8.8 0 0 1-.8.8H6.5a.8.8 0 0 1-.8-.8V4.6a.8.8 0 0 1 .8-.8Z" />
    <path d="M13.5 4v4.3h4.3M8.8 12.5h6.2M8.8 16h4.2" />
  </>,
)
export const DeleteIcon = icon(
  <>
    <path d="M4.8 7h14.4M9.5 7V4.8h5V7M6.8 7l.8 12.2a.8.8 0 0 0 .8.7h7.2a.8.8 0 0 0 .8-.7L17.2 7" />
    <path d="M10.3 10.8v5.5M13.7 10.8v5.5" />
  </>,
)
export const GraphIcon = icon(
  <>
    <circle cx="6" cy="7" r="2.3" />
    <circle cx="18" cy="6" r="1.8" />
    <circle cx="13" cy="17.5" r="2.8" />
    <path d="m7.2 9 3.9 6.3M8.3 6.8l7.9-.6M17.4 7.8 14.3 15" />
  </>,
)
export const AdministrationIcon = icon(
  <>
    <path d="M12 3.8 18.6 6v5.4c0 4.2-2.7 7.1-6.6 8.8-3.9-1.7-6.6-4.6-6.6-8.8V6Z" />
    <path d="m9 11.9 2.2 2.2 4-4.4" />
  </>,
)
export const PeopleIcon = icon(
  <>
    <circle cx="9" cy="8.4" r="3.3" />
    <path d="M3.2 19.2c.4-3.5 2.7-5.4 5.8-5.4s5.4 1.9 5.8 5.4M15.6 5.4a3.2 3.2 0 0 1 0 6M17.4 14.4c2 .7 3.2 2.4 3.4 4.8" />
  </>,
)
export const PauseIcon = icon(<path d="M8.5 6v12M15.5 6v12" />)
export const FlagIcon = icon(<path d="M6 20.5V4.2c4-2.2 7 2 12-.2v9.2c-5 2.2-8-2-12 .2" />)
export const ResumeIcon = icon(<path d="M8 5.8v12.4l10-6.2Z" />)
export const ShareIcon = icon(
  <>
    <circle cx="6" cy="12" r="2.6" />
    <circle cx="17.4" cy="5.8" r="2.6" />
    <circle cx="17.4" cy="18.2" r="2.6" />
    <path d="m8.4 10.8 6.7-3.7M8.4 13.2l6.7 3.7" />
  </>,
)
