/**
 * A list that is searched: words, filters with counts, order and view, all of it in the address; what was
 * found of each item is marked by the page; how the words were taken is said; nothing found leads on.
 */
import { Select } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedDraft } from '@/lib/search/api';
import type { SearchedPage, SearchKind } from '@/lib/search/types';
import { useCounted } from '@/lib/search/useCounted';
import type { ListState } from '@/lib/search/useListState';
import { DataTable } from '../table/DataTable';
import { ActiveFacets, type Chosen, type FacetGroup, Facets } from '../table/Facets';
import { chosenFilters } from '../table/facetGroups';
import type { DataTableProps, View } from '../table/types';
import { ListSearches } from './ListSearches';
import { NoMatch } from './NoMatch';
import { ReadingLine } from './ReadingLine';
import classes from './Search.module.css';
import { SearchBox } from './SearchBox';

export interface SearchedListProps<T>
  extends Omit<DataTableProps<T>, 'empty' | 'onView' | 'sort' | 'onSort'> {
  /** Whose list it is, for saved searches. */
  kind: SearchKind;
  state: ListState<string, string>;
  /** The first page as the server gave it. */
  page: (SearchedPage & { total?: number }) | undefined;
  groups: FacetGroup[];
  /** Names the box of words. */
  search: string;
  /** Shown when nothing is asked for and there is nothing. */
  empty: ReactNode;
  /** Filters that the page keeps beside the facets: their attribute, how they read, and how to drop them. */
  beside?: { attr: string; label: string; drop: () => void }[];
  /** A newer answer is on its way. */
  busy?: boolean;
  /** Asks the list with words as meant, see {@link useCounted}. */
  ask: (words: string) => Promise<unknown>;
  view?: View;
}

export function SearchedList<T>(props: SearchedListProps<T>) {
  const { kind, state, page, groups, search, empty, beside = [], busy, ask, tools, ...table } = props;
  const { t } = useTranslation('ui');
  const results = useRef<HTMLDivElement>(null);
  useCounted({ words: state.words, typing: state.typing, total: busy ? undefined : page?.total, ask });
  const chosen = state.chosen as Chosen;
  const facets = { groups, chosen, onChange: state.setChosen };
  const filters = [...chosenFilters(groups, chosen), ...beside];
  const view = state.view ?? props.view;
  const current: SavedDraft | undefined = state.filtered
    ? {
        name: [state.words, ...filters.map((filter) => filter.label)].filter(Boolean).join(' · '),
        kind,
        query: state.address,
      }
    : undefined;
  // The button that was pressed is gone with what it dropped: the reading goes on at the results.
  const then = (change: () => void) => {
    change();
    results.current?.focus();
  };
  const nothing = state.filtered || (page?.relax?.length ?? 0) > 0;
  return (
    <div className={classes.list} data-facets={groups.length > 0 || undefined}>
      {groups.length > 0 ? <Facets {...facets} /> : null}
      <div ref={results} className={classes.results} tabIndex={-1} aria-busy={busy || undefined}>
        <ActiveFacets {...facets} />
        <DataTable
          {...table}
          {...(view ? { view } : {})}
          // While words are typed the layout does not jump with the number of results.
          steady={state.words !== ''}
          onView={state.setView}
          tools={
            <>
              <SearchBox label={search} value={state.words} onChange={state.setWords} />
              <Select
                aria-label={t('search.sort.label')}
                data={state.sorts.map((value) => ({ value, label: t(`search.sort.${value}`) }))}
                value={state.sort}
                onChange={state.setSort}
                allowDeselect={false}
                w={160}
              />
              <ListSearches current={current} />
              {tools}
            </>
          }
          note={
            state.words !== '' && page && table.rows.length > 0 ? (
              <ReadingLine reading={page.reading} degraded={page.degraded} />
            ) : page?.degraded ? (
              <ReadingLine degraded />
            ) : null
          }
          empty={
            nothing ? (
              <NoMatch
                words={state.words}
                filters={filters}
                relax={page?.relax}
                onDrop={(attr) =>
                  then(beside.find((filter) => filter.attr === attr)?.drop ?? (() => state.drop(attr)))
                }
                onClear={() => then(state.clear)}
              />
            ) : (
              empty
            )
          }
        />
      </div>
    </div>
  );
}
