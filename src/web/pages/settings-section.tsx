/** One matter of the settings: what it is on one side, its fields on the other. */
import type { ReactNode } from 'react'

interface SettingsSectionProps {
  title: string
  text?: string
  children: ReactNode
}

export function SettingsSection({ title, text, children }: SettingsSectionProps) {
  return (
    <section className="settings-section" aria-label={title}>
      <div className="settings-about">
        <h2 className="settings-title">{title}</h2>
        {text !== undefined && <p className="quiet">{text}</p>}
      </div>
      <div className="settings-fields">{children}</div>
    </section>
  )
}
