/** The query language, by example. */
import { searchWords } from '../words.ts'

export function SearchTips() {
  return (
    <dl className="search-tips">
      {searchWords.tips.map(({ example, finds }) => (
        <div key={example}>
          <dt>
            <code>{example}</code>
          </dt>
          <dd>{finds}</dd>
        </div>
      ))}
    </dl>
  )
}
