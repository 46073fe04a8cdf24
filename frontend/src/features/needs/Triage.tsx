/** Triage (수요 검토): filed needs with their age, overdue ones first, and what happens to each. */
import { MultiSelect, SegmentedControl } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryState } from '@/lib/routing/hooks';
import { Empty } from '@/ui/base/Empty';
import { PageHead } from '@/ui/base/PageHead';
import { type NeedKind, type NeedState, useNeeds } from './api';
import { NeedTable } from './NeedTable';
import { StepButtons } from './StepButtons';

const open: NeedState[] = ['filed', 'returned', 'triaged', 'matched'];
const views = ['filed', 'returned', 'triaged', 'matched', 'open', 'all'] as const;
type View = (typeof views)[number];

function statesOf(view: View): NeedState[] | undefined {
  if (view === 'all') return undefined;
  return view === 'open' ? open : [view];
}

export default function Triage() {
  const { t } = useTranslation(['needs', 'words']);
  const [query, setQuery] = useQueryState();
  const asked = query.get('view') as View | null;
  const view: View = asked && views.includes(asked) ? asked : 'filed';
  const kinds = query.getAll('kind') as NeedKind[];
  const states = statesOf(view);
  const needs = useNeeds({
    sort: 'due',
    ...(states ? { state: states } : {}),
    ...(kinds.length > 0 ? { need_kind: kinds } : {}),
  });
  const rows = needs.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const overdue = rows.filter((need) => need.overdue).length;
  const total = needs.data?.pages[0]?.total ?? rows.length;
  return (
    <>
      <PageHead title={t('needs:triage.title')} state={t('needs:triage.state', { total, overdue })} />
      <NeedTable
        caption={t('needs:triage.title')}
        needs={needs}
        company
        tools={
          <>
            <SegmentedControl
              aria-label={t('needs:triage.view')}
              value={view}
              onChange={(next) => setQuery((q) => q.set('view', next))}
              data={views.map((value) => ({
                value,
                label:
                  value === 'open' || value === 'all'
                    ? t(`needs:triage.${value}`)
                    : t(`words:needState.${value}`),
              }))}
            />
            <MultiSelect
              aria-label={t('needs:field.kind')}
              placeholder={kinds.length === 0 ? t('needs:triage.anyKind') : ''}
              data={(['directing', 'investment', 'partner'] as const).map((value) => ({
                value,
                label: t(`words:needKind.${value}`),
              }))}
              value={kinds}
              onChange={(next) =>
                setQuery((q) => {
                  q.delete('kind');
                  for (const kind of next) q.append('kind', kind);
                })
              }
              clearable
            />
          </>
        }
        rowActions={(need) => <StepButtons need={need} only={['triage', 'return', 'match', 'agree']} />}
        empty={
          <Empty icon={IconChecklist} title={t('needs:triage.empty')} why={t('needs:triage.emptyWhy')} />
        }
      />
    </>
  );
}
