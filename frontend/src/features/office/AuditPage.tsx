/** Who changed what, when: the hash-chained log, newest first, and a check of the whole chain. */
import { Button, Select, Tabs } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/lib/api/client';
import { useMe } from '@/lib/api/me';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useQueryState } from '@/lib/routing/hooks';
import { formatNumber } from '@/lib/words/names';
import { Callout } from '@/ui/base/Callout';
import { PageHead } from '@/ui/base/PageHead';
import { showFailure } from '@/ui/base/toast';
import { DataTable } from '@/ui/table/DataTable';

const kinds = [
  'record.created',
  'record.changed',
  'record.deleted',
  'records.merged',
  'need.moved',
  'preference.stated',
  'weights.published',
  'run.saved',
  'import.finished',
  'export.made',
  'link.issued',
  'link.revoked',
  'link.spent',
  'user.created',
  'user.changed',
  'user.signed_in',
  'user.signed_out_everywhere',
  'user.password_changed',
  'demo.removed',
  'settings.changed',
  'mapping.remembered',
  'synonyms.changed',
  'search.rebuild_asked',
] as const;

export default function AuditPage() {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const me = useMe();
  const verify = useMutation({
    mutationFn: () => data(api.GET('/audit/verify')),
    onError: showFailure,
  });
  return (
    <>
      <PageHead
        title={t('audit.title')}
        state={t('audit.state')}
        more={
          <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('audit.verify')}
          </Button>
        }
      />
      {verify.data ? (
        <div role="status">
          <Callout tone={verify.data.intact ? 'success' : 'warning'}>
            {verify.data.intact
              ? t('audit.intact', { count: formatNumber(verify.data.entries, language) })
              : t('audit.broken', { seq: verify.data.broken })}
          </Callout>
        </div>
      ) : null}
      <Tabs defaultValue="changes" keepMounted={false} mt="md">
        <Tabs.List mb="md">
          <Tabs.Tab value="changes">{t('audit.changes')}</Tabs.Tab>
          {me.data?.role === 'administrator' ? <Tabs.Tab value="reads">{t('audit.reads')}</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="changes">
          <Changes />
        </Tabs.Panel>
        <Tabs.Panel value="reads">
          <Reads />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Changes() {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const [query, setQuery] = useQueryState();
  const kind = kinds.find((one) => one === query.get('kind'));
  const log = useInfiniteQuery({
    queryKey: ['audit', kind],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      data(
        api.GET('/audit', {
          params: { query: { limit: 50, cursor: pageParam, ...(kind ? { kind } : {}) } },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next || undefined,
  });
  const rows = log.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  return (
    <DataTable
      caption={t('audit.changes')}
      rows={rows}
      rowId={(entry) => String(entry.seq)}
      rowName={(entry) => String(entry.seq)}
      tools={
        <Select
          aria-label={t('audit.kind')}
          placeholder={t('audit.anyKind')}
          data={kinds.map((value) => ({ value, label: t(`event.${value.replace('.', '_')}`) }))}
          value={kind ?? null}
          onChange={(value) => setQuery((q) => (value ? q.set('kind', value) : q.delete('kind')))}
          clearable
          searchable
        />
      }
      columns={[
        { id: 'seq', header: t('audit.seq'), numeric: true, cell: (entry) => entry.seq },
        { id: 'at', header: t('audit.at'), cell: (entry) => formatDateTime(entry.at, language) },
        {
          id: 'kind',
          header: t('audit.kind'),
          cell: (entry) => t(`event.${entry.kind.replace('.', '_')}`, { defaultValue: entry.kind }),
        },
        {
          id: 'ref',
          header: t('audit.ref'),
          cell: (entry) =>
            [
              t(`kind.${entry.ref?.kind ?? ''}`, { defaultValue: entry.ref?.kind ?? '' }),
              entry.ref?.id ?? '',
            ].join(' '),
        },
        { id: 'actor', header: t('audit.actor'), cell: (entry) => entry.actor },
        {
          id: 'data',
          header: t('audit.data'),
          cell: (entry) =>
            Object.entries(entry.data ?? {})
              .map(([name, value]) => `${name}: ${value}`)
              .join(' · '),
        },
      ]}
      loading={log.isPending}
      error={log.error}
      onRetry={() => void log.refetch()}
      {...(log.hasNextPage ? { onMore: () => void log.fetchNextPage() } : {})}
      loadingMore={log.isFetchingNextPage}
    />
  );
}

function Reads() {
  const { t } = useTranslation('office');
  const language = useLanguage();
  const log = useInfiniteQuery({
    queryKey: ['accesses'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      data(api.GET('/accesses', { params: { query: { limit: 50, cursor: pageParam } }, signal })),
    getNextPageParam: (page) => page.next || undefined,
  });
  const rows = log.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  return (
    <DataTable
      caption={t('audit.reads')}
      rows={rows}
      rowId={(entry) => `${entry.at} ${entry.actor} ${entry.kind} ${entry.id ?? ''}`}
      rowName={(entry) => entry.at}
      columns={[
        { id: 'at', header: t('audit.at'), cell: (entry) => formatDateTime(entry.at, language) },
        { id: 'actor', header: t('audit.actor'), cell: (entry) => entry.actor },
        {
          id: 'ref',
          header: t('audit.ref'),
          cell: (entry) => `${t(`kind.${entry.kind}`, { defaultValue: entry.kind })} ${entry.id ?? ''}`,
        },
        { id: 'count', header: t('audit.count'), numeric: true, cell: (entry) => entry.count },
      ]}
      loading={log.isPending}
      error={log.error}
      onRetry={() => void log.refetch()}
      {...(log.hasNextPage ? { onMore: () => void log.fetchNextPage() } : {})}
      loadingMore={log.isFetchingNextPage}
    />
  );
}
