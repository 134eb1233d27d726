/**
 * What a space brings to the web: navigation, pages, the words of its jobs, hits and changes.
 * The shell walks the list in `spaces.ts` and knows no space by name.
 */
import type { ComponentType } from 'react'

export type Icon = ComponentType<{ size?: number }>

/** A way into a space that starts something: "Write a reflection". */
export interface Starter {
  label: string
  hint: string
  path: string
  icon: Icon
}

export interface WebPage {
  /** In the router's syntax, for example `/journey/sessions/$sessionId`. */
  path: string
  title: string
  /** Loaded when the page is first asked for. */
  component: () => Promise<{ page: ComponentType }>
}

export interface HitWords {
  noun: string
  pathOf(id: string): string
}

export interface JobWords {
  title: string
  /** Step name → words such as "Reading the text". */
  steps: Record<string, string>
  pathOf?(subject: string): string
  /** It runs by itself after what a person did; Activity lists it, but it is not held up to them. */
  isQuiet?: true
}

/** A key and what it does, for the list that `?` opens. */
export interface KeyHint {
  keys: string
  does: string
}

export interface WebSpace {
  name: string
  title: string
  icon: Icon
  path: string
  navigation: readonly { path: string; label: string }[]
  pages: readonly WebPage[]
  /** For whoever comes with a link, signed in or not; they stand outside of the shell. */
  openPages?: readonly WebPage[]
  add: readonly Starter[]
  /** By kind of hit. */
  hits: Record<string, HitWords>
  /** By kind of job. */
  jobs: Record<string, JobWords>
  /** By kind of notification: what it tells of, for who would rather not hear of it. */
  notifications: Record<string, string>
  /** By kind of change: the sentence on screen, for example "Session “May” deleted". */
  changes: Record<string, (label: string) => string>
  homePanel?: ComponentType
  firstSteps?: readonly Starter[]
  settingsPanel?: ComponentType
  keys?: readonly KeyHint[]
}
