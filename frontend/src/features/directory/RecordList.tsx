/** A list of records: search, filters with counts, order; all of it stands in the address and can be shared. */
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useQueryState } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { formatNumber } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { DataTable } from '@/ui/table/DataTable';
import { ActiveFacets, type Chosen, type FacetGroup, Facets } from '@/ui/table/Facets';
import type { Column } from '@/ui/table/types';
import { type Kind, type ListQuery, type Page, type Records, useRecords } from './api';
import classes from './Directory.module.css';
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

export interface RecordListProps<K extends Listed> {
  kind: K;
  columns: Column<Records[K]>[];
  /** One line on a card, below the name. */
  about: (record: Records[K]) => ReactNode;
  /** Short facts on a card. */
  facts: (record: Records[K]) => string[];
}

const orders = ['name', 'changed', 'id'] as const;

export function RecordList<K extends Listed>({ kind, columns, about, facts }: RecordListProps<K>) {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const mayCreate = useMe().data?.can.includes(`${kind}.create`) ?? false;
  const [query, setQuery] = useQueryState();
  const attributes: readonly string[] = facetsOf[kind];
  const chosen = chosenOf(query, attributes);
  const q = query.get('q') ?? '';
  const asked = query.get('sort');
  const sort = orders.find((order) => order === asked) ?? 'name';
  const filter: ListQuery = { ...chosen, sort, ...(q ? { q } : {}) };
  const list = useRecords(kind, filter, [...attributes]);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const groups = useGroups(kind, attributes, first, chosen);
  const filtered = q !== '' || Object.values(chosen).some((values) => values.length > 0);
  const facets = {
    groups,
    chosen,
    onChange: (next: Chosen) =>
      setQuery((state) => {
        for (const id of attributes) {
          state.delete(id);
          for (const value of next[id] ?? []) state.append(id, value);
        }
      }),
  };
  const name: Column<Records[K]> = {
    id: 'name',
    header: t('field.name'),
    minWidth: 14,
    cell: (record) => (
      <Link href={addressOf(kind, record)}>
        <BiText text={record.name} empty={record.id ?? ''} />
      </Link>
    ),
  };
  return (
    <>
      <PageHead
        title={t(`${kind}.title`)}
        state={
          first?.total === undefined
            ? t(`${kind}.lead`)
            : t(filtered ? `${kind}.found` : `${kind}.state`, {
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
      <div className={classes.list}>
        <Facets {...facets} />
        <div className={classes.results}>
          <ActiveFacets {...facets} />
          <DataTable
            caption={t(`${kind}.title`)}
            columns={[name, ...columns]}
            rows={rows}
            rowId={(record) => record.id ?? ''}
            rowName={(record) => plain(record.name, language) || (record.id ?? '')}
            card={(record) => (
              <RecordCard
                href={addressOf(kind, record)}
                name={record.name}
                about={about(record)}
                facts={facts(record)}
              />
            )}
            tools={
              <>
                <Search
                  label={t(`${kind}.search`)}
                  value={q}
                  onChange={(text) => setQuery((state) => (text ? state.set('q', text) : state.delete('q')))}
                />
                <Select
                  aria-label={t('order.label')}
                  data={orders.map((value) => ({ value, label: t(`order.${value}`) }))}
                  value={sort}
                  onChange={(value) => setQuery((state) => state.set('sort', value ?? 'name'))}
                  allowDeselect={false}
                  w={150}
                />
              </>
            }
            loading={list.isPending}
            error={list.error}
            onRetry={() => void list.refetch()}
            empty={
              filtered ? (
                <Empty
                  title={t('none.title')}
                  why={t('none.why')}
                  action={
                    <Button variant="default" onClick={() => setQuery((s) => clear(s, attributes))}>
                      {t('none.clear')}
                    </Button>
                  }
                />
              ) : (
                <Empty title={t(`${kind}.empty`)} why={t(`${kind}.emptyWhy`)} />
              )
            }
            {...(first?.total === undefined ? {} : { total: first.total })}
            {...(list.hasNextPage ? { onMore: () => void list.fetchNextPage() } : {})}
            loadingMore={list.isFetchingNextPage}
          />
        </div>
      </div>
    </>
  );
}

export function addressOf(kind: Kind, record: { id?: string }): string {
  return `/${kind}/${encodeURIComponent(record.id ?? '')}`;
}

/** What the address says is chosen. */
export function chosenOf(query: URLSearchParams, attributes: readonly string[]): Chosen {
  return Object.fromEntries(
    attributes.map((id) => [id, query.getAll(id)] as const).filter(([, values]) => values.length > 0),
  );
}

function clear(query: URLSearchParams, attributes: readonly string[]): void {
  query.delete('q');
  for (const id of attributes) query.delete(id);
}

/** The server's counts with words; what is chosen stays in sight even where nothing is left of it. */
function useGroups(
  kind: Listed,
  attributes: readonly string[],
  page: Page<unknown> | undefined,
  chosen: Chosen,
): FacetGroup[] {
  const { t } = useTranslation('directory');
  const name = useValueName();
  return attributes.flatMap((id) => {
    const counts = page?.facets?.[id] ?? [];
    const gone = (chosen[id] ?? []).filter((value) => !counts.some((item) => item.value === value));
    const field = kind === 'institutions' && id === 'kind' ? 'institution_kind' : id;
    const options = [...counts, ...gone.map((value) => ({ value, count: 0 }))].map((item) => ({
      ...item,
      label: name(field, item.value),
    }));
    return options.length > 0 ? [{ id, label: t(`facet.${id}`), options }] : [];
  });
}

interface SearchProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** Searches while one types, a moment after the last key. */
function Search({ label, value, onChange }: SearchProps) {
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  // Emptied from outside, by the button that takes all filters back.
  if (last !== value) {
    setLast(value);
    if (value === '') setTyped('');
  }
  const later = useDebouncedCallback(onChange, 300);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={18} stroke={1.75} aria-hidden="true" />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        later(event.currentTarget.value.trim());
      }}
      w={260}
    />
  );
}
