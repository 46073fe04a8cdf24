/** Saved runs: what was asked, under which weights and day. */
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { DataTable } from '@/ui/table/DataTable';
import { useRuns } from './api';

export default function RunsPage() {
  const { t } = useTranslation(['weights', 'words']);
  const language = useLanguage();
  const runs = useRuns();
  const rows = runs.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  return (
    <>
      <PageHead
        title={t('weights:runs.title')}
        state={t('weights:runs.state')}
        back={{ href: '/weights', label: t('weights:title') }}
      />
      <DataTable
        caption={t('weights:runs.title')}
        rows={rows}
        rowId={(run) => run.id}
        rowName={(run) => run.need}
        columns={[
          {
            id: 'at',
            header: t('weights:runs.at'),
            cell: (run) => <Link href={`/runs/${run.id}`}>{formatDateTime(run.at, language)}</Link>,
            sortValue: (run) => run.at,
          },
          { id: 'need', header: t('words:kind.need'), cell: (run) => run.need },
          { id: 'for', header: t('weights:runs.for'), cell: (run) => t(`words:kind.${run.for}`) },
          { id: 'weights', header: t('weights:title'), numeric: true, cell: (run) => run.weights },
          { id: 'day', header: t('weights:runs.day'), cell: (run) => formatDate(run.day, language) },
        ]}
        loading={runs.isPending}
        error={runs.error}
        onRetry={() => void runs.refetch()}
        empty={<Empty icon={IconHistory} title={t('weights:runs.empty')} why={t('weights:runs.emptyWhy')} />}
        {...(runs.hasNextPage ? { onMore: () => void runs.fetchNextPage() } : {})}
        loadingMore={runs.isFetchingNextPage}
      />
    </>
  );
}
