/** The taxonomy in the cache, and the calls that change it: each answers how it stands then. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { journeyTopic, taxonomyTopic, type Taxonomy } from '../../contract.ts'
import { useLive, type LiveFrame } from '../../../../web/data/live.ts'
import { queryClient, refetch } from '../../../../web/data/queries.ts'
import { showUndo } from '../../../../web/kit/undo-toast.tsx'
import { journey } from '../client.ts'
import { taxonomyWords as words } from './words.ts'

const key = ['journey', 'taxonomy']

export function useTaxonomy() {
  const hear = (frame: LiveFrame) => {
    if (frame.type === 'event') void refetch({ queryKey: key })
  }
  useLive(taxonomyTopic, hear)
  // A session that was read again is one less to read.
  useLive(journeyTopic, hear)
  return useQuery({ queryKey: key, queryFn: ({ signal }) => journey.getTaxonomy({}, { signal }) })
}

const keep = (taxonomy: Taxonomy) => queryClient.setQueryData(key, taxonomy)

type Given<Name extends 'addTopic' | 'changeTopic' | 'addWord'> = Parameters<(typeof journey)[Name]>[0]

export const useAddTopic = () =>
  useMutation({ mutationFn: (given: Given<'addTopic'>) => journey.addTopic(given), onSuccess: keep })
export const useChangeTopic = () =>
  useMutation({ mutationFn: (given: Given<'changeTopic'>) => journey.changeTopic(given), onSuccess: keep })
export const useAddWord = () =>
  useMutation({ mutationFn: (given: Given<'addWord'>) => journey.addWord(given), onSuccess: keep })

export const useRemoveTopic = () =>
  useMutation({
    mutationFn: ({ topicId }: { topicId: string; label: string }) => journey.removeTopic({ topicId }),
    onSuccess({ taxonomy, changeId }, { label }) {
      keep(taxonomy)
      showUndo(changeId, words.topic.removed(label))
    },
  })

export const useRemoveWord = () =>
  useMutation({
    mutationFn: ({ id }: { id: string; term: string }) => journey.removeWord({ wordId: id }),
    onSuccess({ taxonomy, changeId }, { term }) {
      keep(taxonomy)
      showUndo(changeId, words.removed(term))
    },
  })

export const useReadAgain = () =>
  useMutation({ mutationFn: () => journey.readAgain(), onSuccess: () => refetch({ queryKey: key }) })
