/** What a person writes when they look back; it stays with the report of these days. */
import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../../../../web/kit/problem.tsx'
import { Words } from '../../../../web/kit/words.tsx'
import { longestReflection, type Report } from '../../contract.ts'
import { journey } from '../client.ts'
import { reportWords as words } from './words.ts'

export function Reflection({ report: { from, to, reflection } }: { report: Report }) {
  const [text, setText] = useState(reflection)
  const save = useMutation({ mutationFn: () => journey.writeReflection({ body: { from, to, text } }) })
  return (
    <>
      <div className="journey-report-screen journey-report-reflection">
        <Textarea
          aria-label={words.chapters.reflection}
          description={words.reflectionHint}
          autosize
          minRows={3}
          maxLength={longestReflection}
          value={text}
          onChange={(event) => {
            save.reset()
            setText(event.target.value)
          }}
        />
        <Button variant="default" size="sm" loading={save.isPending} onClick={() => save.mutate()}>
          {words.keep}
        </Button>
        <span className="quiet" role="status">
          {save.isSuccess && words.kept}
        </span>
        {save.error && <Problem error={save.error} />}
      </div>
      <div className="journey-report-paper">
        <Words>{text}</Words>
      </div>
    </>
  )
}
