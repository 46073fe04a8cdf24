/** Triage (수요 검토): filed needs with their age, overdue ones first, and what happens to each. */
import { SegmentedControl } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryState } from '@/lib/routing/hooks';
import { useListState } from '@/lib/search/useListState';
import { Empty } from '@/ui/base/Empty';
import { PageHead } from '@/ui/base/PageHead';
import { type NeedState, useNeeds } from './api';
import { NeedTable } from './NeedTable';
import { StepButtons } from './StepButtons';
import classes from './Triage.module.css';

const open: NeedState[] = ['filed', 'returned', 'triaged', 'matched'];
const views = ['filed', 'returned', 'triaged', 'matched', 'open', 'all'] as const;
type View = (typeof views)[number];

function statesOf(view: View): NeedState[] | undefined {
  if (view === 'all') return undefined;
  return view === 'open' ? open : [view];
}

const facets = ['need_kind', 'field', 'topic', 'market', 'industry', 'stage', 'tag'] as const;
const sorts = ['due', 'changed', 'name'] as const;

export default function Triage() {
  const { t } = useTranslation(['needs', 'words']);
  const [query, setQuery] = useQueryState();
  const asked = query.get('view') as View | null;
  const view: View = asked && views.includes(asked) ? asked : 'filed';
  const show = (next: string) => setQuery((q) => q.set('view', next));
  const state = useListState(facets, sorts);
  const states = statesOf(view);
  const needs = useNeeds(
    { ...state.filter, ...(states ? { state: states } : {}) },
    { facets, typing: state.typing },
  );
  const rows = needs.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const overdue = rows.filter((need) => need.overdue).length;
  const total = needs.data?.pages[0]?.total ?? rows.length;
  const nameOf = (value: View) =>
    value === 'open' || value === 'all' ? t(`needs:triage.${value}`) : t(`words:needState.${value}`);
  return (
    <>
      <PageHead title={t('needs:triage.title')} state={t('needs:triage.state', { total, overdue })} />
      <NeedTable
        caption={t('needs:triage.title')}
        needs={needs}
        // The address says which state is shown; whether table or cards is a choice of the moment here.
        state={{ ...state, view: undefined, setView: () => undefined }}
        facets={facets}
        company
        beside={
          view === 'all'
            ? []
            : [
                {
                  attr: 'state',
                  label: `${t('needs:field.state')}: ${nameOf(view)}`,
                  drop: () => show('all'),
                },
              ]
        }
        tools={
          <SegmentedControl
            className={classes.views}
            aria-label={t('needs:triage.view')}
            value={view}
            onChange={show}
            data={views.map((value) => ({ value, label: nameOf(value) }))}
          />
        }
        rowActions={(need) => <StepButtons need={need} only={['triage', 'return', 'match', 'agree']} />}
        empty={
          <Empty icon={IconChecklist} title={t('needs:triage.empty')} why={t('needs:triage.emptyWhy')} />
        }
      />
    </>
  );
}
