/** A list of needs, searched and filtered: a table on a desk, cards on a phone. */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { foundById } from '@/lib/search/types';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { Link } from '@/ui/base/Link';
import { FoundLine } from '@/ui/search/FoundLine';
import { SearchedList, type SearchedListProps } from '@/ui/search/SearchedList';
import { facetGroups } from '@/ui/table/facetGroups';
import type { Column } from '@/ui/table/types';
import { askMeant, type Need, type useNeeds } from './api';
import { NeedCard } from './NeedCard';
import { NeedStateTag } from './NeedState';
import { useValueName } from './names';
import { daysSince } from './state';

export interface NeedTableProps {
  caption: string;
  needs: ReturnType<typeof useNeeds>;
  state: SearchedListProps<Need>['state'];
  /** Attributes that are filtered by, with counts. */
  facets: readonly string[];
  /** Filters that the page keeps beside the facets. */
  beside?: SearchedListProps<Need>['beside'];
  empty: ReactNode;
  /** Shows whose need it is. */
  company?: boolean;
  tools?: ReactNode;
  rowActions?: (need: Need) => ReactNode;
}

export function NeedTable(props: NeedTableProps) {
  const { caption, needs, state, facets, beside, empty, company = false, tools, rowActions } = props;
  const { t } = useTranslation(['needs', 'words']);
  const language = useLanguage();
  const name = useValueName();
  const pages = needs.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items ?? []) ?? [], [pages]);
  const found = useMemo(() => foundById(pages), [pages]);
  const groups = facetGroups(facets, pages?.[0]?.facets, state.chosen, {
    label: (id) => t(`needs:facet.${id}`),
    name,
  });
  const now = new Date();
  const columns: Column<Need>[] = [
    {
      id: 'title',
      header: t('needs:field.title'),
      minWidth: 18,
      cell: (need) => {
        const seen = found.get(need.id ?? '');
        return (
          <>
            <Link href={`/needs/${encodeURIComponent(need.id ?? '')}`}>
              <BiText
                text={need.title}
                empty={t('needs:untitled')}
                labelled={false}
                marks={seen?.name_marks}
              />
            </Link>
            <FoundLine name={need.title} found={seen} />
          </>
        );
      },
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
    <SearchedList
      kind="need"
      state={state}
      page={pages?.[0]}
      groups={groups}
      search={t('needs:search')}
      ask={askMeant}
      busy={needs.isPlaceholderData}
      {...(beside ? { beside } : {})}
      caption={caption}
      columns={columns}
      rows={rows}
      rowId={(need) => need.id ?? ''}
      rowName={(need) => plain(need.title, language) || t('needs:untitled')}
      card={(need) => (
        <NeedCard
          need={need}
          found={found.get(need.id ?? '')}
          company={company}
          actions={rowActions?.(need)}
        />
      )}
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
