/** A list of records: search, filters with counts, order; all of it stands in the address and can be shared. */
import { Button } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { type Found, foundById, type SearchKind } from '@/lib/search/types';
import { useListState } from '@/lib/search/useListState';
import { plain } from '@/lib/text/bilingual';
import { formatNumber } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { FoundLine } from '@/ui/search/FoundLine';
import { SearchedList } from '@/ui/search/SearchedList';
import { facetGroups } from '@/ui/table/facetGroups';
import type { Column } from '@/ui/table/types';
import { askMeant, type Kind, type Records, useRecords } from './api';
import { useValueName } from './names';
import { RecordCard } from './RecordCard';

/** Attributes by which each list is filtered. */
const facetsOf = {
  companies: ['stage', 'region', 'size_class', 'cohort', 'tag', 'industry'],
  experts: ['role', 'field', 'topic', 'institution', 'language', 'market', 'tag'],
  investors: ['kind', 'stage', 'country', 'market', 'instrument', 'tag'],
  institutions: ['kind', 'region', 'field'],
} as const;

export type Listed = keyof typeof facetsOf;

const searched: Record<Listed, SearchKind> = {
  companies: 'company',
  experts: 'expert',
  investors: 'investor',
  institutions: 'institution',
};

export interface RecordListProps<K extends Listed> {
  kind: K;
  columns: Column<Records[K]>[];
  /** One line on a card, below the name. */
  about: (record: Records[K]) => ReactNode;
  /** Short facts on a card. */
  facts: (record: Records[K]) => string[];
}

const sorts = ['name', 'changed', 'id'] as const;

export function RecordList<K extends Listed>({ kind, columns, about, facts }: RecordListProps<K>) {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const valueName = useValueName();
  const mayCreate = useMe().data?.can.includes(`${kind}.create`) ?? false;
  const attributes: readonly string[] = facetsOf[kind];
  const state = useListState(attributes, sorts);
  const list = useRecords(kind, state.filter, attributes, { typing: state.typing });
  const pages = list.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const found = useMemo(() => foundById(pages), [pages]);
  const ask = useMemo(() => askMeant(kind), [kind]);
  const first = pages?.[0];
  const groups = facetGroups(attributes, first?.facets, state.chosen, {
    label: (id) => t(`facet.${id}`),
    name: (id, value) => valueName(kind === 'institutions' && id === 'kind' ? 'institution_kind' : id, value),
  });
  return (
    <>
      <PageHead
        title={t(`${kind}.title`)}
        state={
          first?.total === undefined
            ? t(`${kind}.lead`)
            : t(state.filtered ? `${kind}.found` : `${kind}.state`, {
                count: first.total,
                number: formatNumber(first.total, language),
              })
        }
        action={
          mayCreate ? (
            <Button component={Link} href={`/${kind}/new`}>
              {t(`${kind}.create`)}
            </Button>
          ) : null
        }
      />
      <SearchedList
        kind={searched[kind]}
        state={state}
        page={first}
        groups={groups}
        search={t(`${kind}.search`)}
        ask={ask}
        busy={list.isPlaceholderData}
        caption={t(`${kind}.title`)}
        columns={[useNameColumn<Records[K]>(kind, found), ...columns]}
        rows={rows}
        rowId={(record) => record.id ?? ''}
        rowName={(record) => plain(record.name, language) || (record.id ?? '')}
        card={(record) => (
          <RecordCard
            href={addressOf(kind, record)}
            name={record.name}
            found={found.get(record.id ?? '')}
            about={about(record)}
            facts={facts(record)}
          />
        )}
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<Empty title={t(`${kind}.empty`)} why={t(`${kind}.emptyWhy`)} />}
        {...(first?.total === undefined ? {} : { total: first.total })}
        {...(list.hasNextPage ? { onMore: () => void list.fetchNextPage() } : {})}
        loadingMore={list.isFetchingNextPage}
      />
    </>
  );
}

/** The name, with the words marked in it or in a line below. */
function useNameColumn<T extends Records[Listed]>(
  kind: Listed,
  found: ReadonlyMap<string, Found>,
): Column<T> {
  const { t } = useTranslation('directory');
  return {
    id: 'name',
    header: t('field.name'),
    minWidth: 14,
    cell: (record) => {
      const seen = found.get(record.id ?? '');
      return (
        <>
          <Link href={addressOf(kind, record)}>
            <BiText text={record.name} empty={record.id ?? ''} marks={seen?.name_marks} />
          </Link>
          <FoundLine name={record.name} found={seen} />
        </>
      );
    },
  };
}

export function addressOf(kind: Kind, record: { id?: string }): string {
  return `/${kind}/${encodeURIComponent(record.id ?? '')}`;
}
