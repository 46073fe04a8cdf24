/** A list of needs: a table on a desk, cards on a phone. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { Link } from '@/ui/base/Link';
import { DataTable } from '@/ui/table/DataTable';
import type { Column } from '@/ui/table/types';
import type { Need, useNeeds } from './api';
import { NeedCard } from './NeedCard';
import { NeedStateTag } from './NeedState';
import { daysSince } from './state';

export interface NeedTableProps {
  caption: string;
  needs: ReturnType<typeof useNeeds>;
  empty: ReactNode;
  /** Shows whose need it is. */
  company?: boolean;
  tools?: ReactNode;
  rowActions?: (need: Need) => ReactNode;
}

export function NeedTable({ caption, needs, empty, company = false, tools, rowActions }: NeedTableProps) {
  const { t } = useTranslation(['needs', 'words']);
  const language = useLanguage();
  const rows = useMemo(() => needs.data?.pages.flatMap((page) => page.items ?? []) ?? [], [needs.data]);
  const now = new Date();
  const columns: Column<Need>[] = [
    {
      id: 'title',
      header: t('needs:field.title'),
      minWidth: 18,
      cell: (need) => (
        <Link href={`/needs/${encodeURIComponent(need.id ?? '')}`}>
          {plain(need.title, language) || t('needs:untitled')}
        </Link>
      ),
      sortValue: (need) => plain(need.title, language),
    },
    ...(company
      ? [
          {
            id: 'company',
            header: t('words:kind.company'),
            cell: (need: Need) => plain(need.company_name, language),
            sortValue: (need: Need) => plain(need.company_name, language),
          },
        ]
      : []),
    {
      id: 'kind',
      header: t('needs:field.kind'),
      cell: (need) => <span className="ju-nowrap">{t(`words:needKind.${need.kind}`)}</span>,
      sortValue: (need) => need.kind,
    },
    {
      id: 'state',
      header: t('needs:field.state'),
      cell: (need) => <NeedStateTag need={need} />,
      sortValue: (need) => need.state ?? '',
    },
    {
      id: 'holder',
      header: t('needs:field.holder'),
      cell: (need) => (need.holder ? t(`words:role.${need.holder}`) : ''),
    },
    {
      id: 'age',
      header: t('needs:field.age'),
      unit: t('needs:days'),
      numeric: true,
      cell: (need) => (need.since ? daysSince(need.since, now) : ''),
      sortValue: (need) => (need.since ? daysSince(need.since, now) : null),
    },
    {
      id: 'by',
      header: t('needs:field.stateBy'),
      cell: (need) =>
        need.state_by ? <span className="ju-nowrap">{formatDate(need.state_by, language)}</span> : '',
      sortValue: (need) => need.state_by ?? null,
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowId={(need) => need.id ?? ''}
      rowName={(need) => plain(need.title, language) || t('needs:untitled')}
      card={(need) => <NeedCard need={need} company={company} actions={rowActions?.(need)} />}
      {...(rowActions ? { rowActions } : {})}
      tools={tools}
      loading={needs.isPending}
      error={needs.error}
      onRetry={() => void needs.refetch()}
      empty={empty}
      {...(needs.hasNextPage ? { onMore: () => void needs.fetchNextPage() } : {})}
      loadingMore={needs.isFetchingNextPage}
      {...(totalOf(needs) === undefined ? {} : { total: totalOf(needs) })}
    />
  );
}

function totalOf(needs: ReturnType<typeof useNeeds>): number | undefined {
  return needs.data?.pages[0]?.total;
}
