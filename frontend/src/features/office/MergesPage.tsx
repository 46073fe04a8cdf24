/** Doubtful pairs of an import, side by side: the same, or two different ones. */
import { Button, Group } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data, type Schemas } from '@/lib/api/client';
import { Empty } from '@/ui/base/Empty';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { showDone, showFailure } from '@/ui/base/toast';
import classes from './Office.module.css';

type Pair = Schemas['MergePair'];

export default function MergesPage() {
  const { t } = useTranslation('office');
  const queries = useQueryClient();
  const pairs = useInfiniteQuery({
    queryKey: ['merges'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      data(api.GET('/merges', { params: { query: { limit: 20, cursor: pageParam } }, signal })),
    getNextPageParam: (page) => page.next || undefined,
  });
  const decide = useMutation({
    mutationFn: (body: { pair: string; decision: 'same' | 'different' }) => api.POST('/merges', { body }),
    onSuccess: (_, { decision }) => {
      showDone(t(`merge.done.${decision}`));
      return queries.invalidateQueries({ queryKey: ['merges'] });
    },
    onError: showFailure,
  });
  const items = pairs.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  return (
    <>
      <PageHead
        title={t('merge.title')}
        state={t('merge.state', { count: items.length })}
        back={{ href: '/transfer', label: t('transfer.title') }}
      />
      {pairs.isPending ? <Loading /> : null}
      {pairs.isError ? <ErrorPanel error={pairs.error} onRetry={() => void pairs.refetch()} /> : null}
      {pairs.isSuccess && items.length === 0 ? (
        <Empty icon={IconGitMerge} title={t('merge.empty')} why={t('merge.emptyWhy')} />
      ) : null}
      <div className={classes.stack}>
        {items.map((pair) => (
          <article key={pair.id} className={`ju-card ${classes.box}`} aria-label={pair.place}>
            <p>{t(`merge.why.${pair.why}`, { place: pair.place, kind: t(`kind.${pair.kind}`) })}</p>
            <SideBySide pair={pair} />
            <Group justify="flex-end">
              <Button
                variant="default"
                loading={decide.isPending && decide.variables.pair === pair.id}
                onClick={() => decide.mutate({ pair: pair.id, decision: 'different' })}
              >
                {t('merge.different')}
              </Button>
              <Button
                loading={decide.isPending && decide.variables.pair === pair.id}
                onClick={() => decide.mutate({ pair: pair.id, decision: 'same' })}
              >
                {t('merge.same')}
              </Button>
            </Group>
          </article>
        ))}
      </div>
    </>
  );
}

const words = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

function SideBySide({ pair }: { pair: Pair }) {
  const { t } = useTranslation('office');
  const fields = [...new Set([...Object.keys(pair.old), ...Object.keys(pair.new)])].filter((f) => f !== 'id');
  return (
    <table className={classes.table}>
      <caption className="ju-visually-hidden">{pair.place}</caption>
      <thead>
        <tr>
          <th scope="col">{t('merge.field')}</th>
          <th scope="col">{t('merge.old')}</th>
          <th scope="col">{t('merge.new')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field} data-differs={pair.differ.includes(field) || undefined}>
            <th scope="row">{field}</th>
            <td>{words(pair.old[field])}</td>
            <td>{words(pair.new[field])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
