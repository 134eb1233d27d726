/** Dates and times in the person's locale and zone. A calendar day has no zone and is shown as it is written. */
type WhenProps = { at: number; style?: 'date' | 'moment' } | { day: string; style?: 'day' | 'weekday' }

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
const weekdays = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' })

export function When(props: WhenProps) {
  if ('day' in props) {
    const format = props.style === 'weekday' ? weekdays : days
    return <time dateTime={props.day}>{format.format(new Date(`${props.day}T00:00:00Z`))}</time>
  }
  const format = props.style === 'date' ? dates : moments
  return (
    <time dateTime={new Date(props.at).toISOString()} title={moments.format(props.at)}>
      {format.format(props.at)}
    </time>
  )
}
