/** What Cairn is not sure of: the words of a session, and the actions that they may be about. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { TextLink } from '../../../../web/kit/link.tsx'
import { describeProblem } from '../../../../web/kit/problem.tsx'
import { tell } from '../../../../web/kit/undo-toast.tsx'
import { Words } from '../../../../web/kit/words.tsx'
import type { Answer, Question } from '../../contract.ts'
import { journey } from '../client.ts'
import { showLatestUndo } from './change.ts'
import { refetchActions, useQuestions } from './data.ts'
import { words } from './words.ts'

export function Questions() {
  const { data } = useQuestions()
  if (!data || data.items.length === 0) return null
  return (
    <section className="action-questions" aria-labelledby="action-questions">
      <h2 id="action-questions">{words.questions.title}</h2>
      <ul>
        {data.items.map((question) => (
          <QuestionItem key={question.id} question={question} />
        ))}
      </ul>
    </section>
  )
}

function QuestionItem({ question }: { question: Question }) {
  const { candidates, session, span, verdict } = question
  const [first, ...others] = candidates
  const answer = useMutation({
    mutationFn: (body: Answer) => journey.answerQuestion({ questionId: question.id, body }),
    onSuccess: ({ changeId }) => showLatestUndo(changeId, words.questions.answered(first?.title ?? '')),
    onError: (error) => tell(describeProblem(error).detail),
    onSettled: () => refetchActions(0),
  })
  const isSingle = others.length === 0
  const choices: Answer['answer'][] = isSingle ? ['yes', 'not-yet', 'drop', 'other'] : ['not-yet', 'other']
  return (
    <li>
      <p className="quiet">
        <TextLink to={`/journey/sessions/${session.sessionId}`} search={{ at: String(span.start) }}>
          {words.questions.said(session.title)}
        </TextLink>
      </p>
      <Words size="excerpt">{span.quote}</Words>
      <p className="action-question">
        {isSingle ? words.questions.verdicts[verdict](first?.title ?? '') : words.questions.several[verdict]}
      </p>
      <div className="action-answers">
        {!isSingle &&
          candidates.map(({ id, title }) => (
            <Button
              key={id}
              size="sm"
              variant="light"
              disabled={answer.isPending}
              onClick={() => answer.mutate({ answer: 'yes', actionId: id })}
            >
              {title}
            </Button>
          ))}
        {choices.map((choice) => (
          <Button
            key={choice}
            size="sm"
            variant={choice === 'yes' ? 'light' : 'default'}
            disabled={answer.isPending}
            onClick={() => answer.mutate({ answer: choice })}
          >
            {words.questions.answers[choice]}
          </Button>
        ))}
      </div>
    </li>
  )
}
