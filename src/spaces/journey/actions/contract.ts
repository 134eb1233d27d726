/** Actions on the wire: what a person means to do, from a session or written down by hand, and how far it is. */
import { z } from 'zod'
import { endpoint } from '#contract/endpoint'
import { CalendarDay, ChangeId, Instant, idOf } from '#contract/id'
import { PageQuery, pageOf } from '#contract/page'
import { defineNoun } from '#contract/permission'
import { defineProblem } from '#contract/problem'
import { ElementId, SessionId, Span } from '../elements/contract.ts'

export const ActionId = idOf('action')
export type ActionId = z.infer<typeof ActionId>
export const QuestionId = idOf('question')
export type QuestionId = z.infer<typeof QuestionId>

/** Topic of the live connection; events carry no more than the id of the action. */
export const actionsTopic = 'journey-actions'

export const actionLimits = { ofPerson: 5000, title: 500, detail: 5000, topic: 100, recurrence: 100, text: 200 }

/** `proposed` was only wished or found, nobody said yes to it; `done` and `dropped` are over. */
export const ActionStatus = z.enum(['proposed', 'open', 'in-progress', 'done', 'dropped'])
export type ActionStatus = z.infer<typeof ActionStatus>

/** `analysis`: read from a session; `renewal`: open again for the next time. */
export const MadeBy = z.enum(['person', 'analysis', 'renewal'])
export type MadeBy = z.infer<typeof MadeBy>

export const Priority = z.enum(['low', 'normal', 'high'])
export type Priority = z.infer<typeof Priority>

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time is written as 09:30.')

/** A day of the person's calendar and, where it was said, a time of their clock. */
export const DueOn = z.object({ day: CalendarDay, time: ClockTime.nullable().default(null) })
export type DueOn = z.infer<typeof DueOn>

export const Action = z.object({
  id: ActionId,
  title: z.string(),
  detail: z.string(),
  status: ActionStatus,
  priority: Priority,
  due: z.object({ day: CalendarDay, time: ClockTime.nullable() }).nullable(),
  /** The words that the day was read from; null where a person set it. */
  dueWords: z.string().nullable(),
  /** Derived from the due day and time in the zone of the person. */
  isOverdue: z.boolean(),
  /**
   * `daily`, `weekly`, `monthly`, or the words that were said. With these, and with "every Sunday" or "every morning",
   * it is open again for its next day once it is done.
   */
  recurrence: z.string().nullable(),
  /** How firmly it was said, on the ladder of motivational interviewing; null where nobody could tell. */
  grade: z.string().nullable(),
  /** `avoid` is a thing to stop or not to do. */
  polarity: z.enum(['do', 'avoid']),
  topic: z.string().nullable(),
  /** In how many sessions it was said. */
  said: z.int(),
  /** Where it was said first; null where it was written down by hand. */
  session: z.object({ id: SessionId, title: z.string(), date: CalendarDay }).nullable(),
  elementIds: z.array(ElementId),
  createdAt: Instant,
  updatedAt: Instant,
  doneAt: Instant.nullable(),
})
export type Action = z.infer<typeof Action>

const InSession = z.object({ sessionId: SessionId, title: z.string(), date: CalendarDay })

export const ActionDetail = Action.extend({
  /** Where it was said, oldest session first. */
  sayings: z.array(InSession.extend({ elementId: ElementId, spans: z.array(Span) })),
  /** How it came to be where it is, oldest first. */
  moves: z.array(
    z.object({
      from: ActionStatus,
      to: ActionStatus,
      by: MadeBy,
      at: Instant,
      /** The words in a session that the move was made for. */
      evidence: InSession.extend({ span: Span }).nullable(),
      confidence: z.number().nullable(),
      /** How a move of the analysis is taken back; null where that is no longer possible. */
      changeId: ChangeId.nullable(),
    }),
  ),
})
export type ActionDetail = z.infer<typeof ActionDetail>

const Title = z.string().trim().min(1, 'An action needs a few words.').max(actionLimits.title)
const Detail = z.string().max(actionLimits.detail)
const Topic = z.string().trim().min(1).max(actionLimits.topic)

export const ActionDraft = z.object({
  title: Title,
  detail: Detail.optional(),
  /** `open` unless told. */
  status: ActionStatus.optional(),
  priority: Priority.optional(),
  due: DueOn.nullable().optional(),
  topic: Topic.nullable().optional(),
  /** How often it is to be done; see `Action.recurrence`. */
  recurrence: z.string().trim().min(1).max(actionLimits.recurrence).nullable().optional(),
})
export type ActionDraft = z.infer<typeof ActionDraft>

/** What is left out stays as it is; what a person sets is not changed by an analysis any more. */
export const ActionChange = ActionDraft.partial().refine(
  (change) => Object.keys(change).length > 0,
  'Say what is to be changed.',
)
export type ActionChange = z.infer<typeof ActionChange>

/** How words for an action are read: what is to be done, without the words that say when and how often. */
export const Understood = z.object({
  title: z.string(),
  due: DueOn.nullable(),
  dueWords: z.string().nullable(),
  recurrence: z.string().nullable(),
})
export type Understood = z.infer<typeof Understood>

const Statuses = z
  .string()
  .max(60)
  .regex(
    /^(proposed|open|in-progress|done|dropped)(,(proposed|open|in-progress|done|dropped))*$/,
    'Statuses are written with commas: open,in-progress.',
  )

export const ActionsQuery = PageQuery.extend({
  /** One or several, with commas between them. */
  status: Statuses.optional(),
  overdue: z.enum(['true', 'false']).optional(),
  dueFrom: CalendarDay.optional(),
  dueTo: CalendarDay.optional(),
  topic: z.string().max(actionLimits.topic).optional(),
  /** Words that stand in the title or the detail. */
  text: z.string().trim().max(actionLimits.text).optional(),
  session: SessionId.optional(),
  sort: z.enum(['due', 'priority', 'newest']).default('due'),
})
export type ActionsQuery = z.infer<typeof ActionsQuery>

export const ActionsSummary = z.object({
  counts: z.record(ActionStatus, z.int()),
  overdue: z.int(),
  /** Of what is open or in progress. */
  dueToday: z.int(),
  questions: z.int(),
  /** Of all actions, in the order of the alphabet. */
  topics: z.array(z.string()),
})
export type ActionsSummary = z.infer<typeof ActionsSummary>

/** What was said in a session of something that was meant to be done, where it is not clear of what. */
export const Question = z.object({
  id: QuestionId,
  verdict: z.enum(['done', 'begun', 'dropped']),
  session: InSession,
  span: Span,
  /** The actions that it may be about, likeliest first. */
  candidates: z.array(z.object({ id: ActionId, title: z.string(), status: ActionStatus })),
  createdAt: Instant,
})
export type Question = z.infer<typeof Question>

/** `yes`: it is as the session says. `other`: it is about something else. */
export const Answer = z.object({
  answer: z.enum(['yes', 'not-yet', 'drop', 'other']),
  /** Which of the candidates; needed for `yes` and `drop` where there are several. */
  actionId: ActionId.optional(),
})
export type Answer = z.infer<typeof Answer>

export const actionNotFound = defineProblem({
  name: 'journey/action-not-found',
  status: 404,
  title: 'There is no such action',
})
export const questionNotFound = defineProblem({
  name: 'journey/question-not-found',
  status: 404,
  title: 'There is no such question',
})
export const tooManyActions = defineProblem({
  name: 'journey/too-many-actions',
  status: 409,
  title: 'There are too many actions',
})
export const answerUnclear = defineProblem({
  name: 'journey/answer-unclear',
  status: 422,
  title: 'It is not clear which action is meant',
})

const actions = defineNoun({ name: 'journey.actions', about: 'Actions, and the questions about them' })

export const actionsApi = {
  listActions: endpoint({
    method: 'GET',
    path: '/actions',
    summary: 'My actions, by due day, by priority or newest first',
    access: actions.read,
    query: ActionsQuery,
    reply: pageOf(Action),
  }),
  summariseActions: endpoint({
    method: 'GET',
    path: '/actions/summary',
    summary: 'How many of my actions are where, what is overdue, and how many questions wait',
    access: actions.read,
    reply: ActionsSummary,
  }),
  createAction: endpoint({
    method: 'POST',
    path: '/actions',
    summary: 'Writes down an action',
    access: actions.write,
    body: ActionDraft,
    status: 201,
    reply: Action,
    problems: [tooManyActions],
  }),
  understandAction: endpoint({
    method: 'POST',
    path: '/actions/understand',
    summary: 'Reads from words what is to be done, when and how often, from today in my zone on; nothing is kept',
    access: actions.read,
    footprint: 'small',
    body: z.object({ words: z.string().trim().max(actionLimits.title) }),
    reply: Understood,
  }),
  getAction: endpoint({
    method: 'GET',
    path: '/actions/:actionId',
    summary: 'An action with where it was said and how it came to be where it is',
    access: actions.read,
    reply: ActionDetail,
    problems: [actionNotFound],
  }),
  updateAction: endpoint({
    method: 'PATCH',
    path: '/actions/:actionId',
    summary: 'Changes an action; can be undone and survives every later analysis',
    access: actions.write,
    body: ActionChange,
    reply: z.object({ action: Action, changeId: ChangeId }),
    problems: [actionNotFound],
  }),
  deleteAction: endpoint({
    method: 'DELETE',
    path: '/actions/:actionId',
    summary: 'Deletes an action; can be undone, and no analysis brings it back',
    access: actions.write,
    reply: z.object({ changeId: ChangeId }),
    problems: [actionNotFound],
  }),
  listQuestions: endpoint({
    method: 'GET',
    path: '/action-questions',
    summary: 'What was said of actions where it is not clear of which, newest first',
    access: actions.read,
    query: PageQuery,
    reply: pageOf(Question),
  }),
  answerQuestion: endpoint({
    method: 'POST',
    path: '/action-questions/:questionId/answer',
    summary: 'Answers a question about an action; can be undone',
    access: actions.write,
    body: Answer,
    reply: z.object({ changeId: ChangeId }),
    problems: [questionNotFound, answerUnclear],
  }),
}
