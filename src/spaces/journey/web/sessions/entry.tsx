/** The door of Journey leads to the sessions. */
import { Navigate } from '@tanstack/react-router'

export function JourneyEntry() {
  return <Navigate to="/journey/sessions" replace />
}
