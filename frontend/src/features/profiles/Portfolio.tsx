/** The companies of the programme for an investor: search and filters stand in the address and can be shared. */
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useQueryState } from '@/lib/routing/hooks';
import { plain } from '@/lib/text/bilingual';
import { formatNumber } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { FitMark } from '@/ui/match/FitMark';
import { DataTable } from '@/ui/table/DataTable';
import { ActiveFacets, type Chosen, Facets } from '@/ui/table/Facets';
import type { Column } from '@/ui/table/types';
import { type Company, useCompanies } from './api';
import { addressOf, CompanyCard, OpenNeeds } from './CompanyCard';
import { useValueName } from './names';
import classes from './Profiles.module.css';
import { useInvestorView } from './useInvestorView';

const attributes = ['stage', 'region', 'industry', 'tag', 'size_class', 'country'] as const;
const orders = ['name', 'changed'] as const;

export default function Portfolio() {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const [query, setQuery] = useQueryState();
  const chosen: Chosen = Object.fromEntries(
    attributes.map((id) => [id, query.getAll(id)] as const).filter(([, values]) => values.length > 0),
  );
  const q = query.get('q') ?? '';
  const sort = orders.find((order) => order === query.get('sort')) ?? 'name';
  const list = useCompanies({ ...chosen, sort, ...(q ? { q } : {}) }, attributes);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items ?? []) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const filtered = q !== '' || Object.keys(chosen).length > 0;
  const view = useInvestorView();
  const facets = {
    groups: useGroups(first?.facets ?? {}, chosen),
    chosen,
    onChange: (next: Chosen) =>
      setQuery((state) => {
        for (const id of attributes) {
          state.delete(id);
          for (const value of next[id] ?? []) state.append(id, value);
        }
      }),
  };
  const nameOf = (company: Company) => plain(company.name, language) || (company.id ?? '');
  const card = (company: Company) => {
    const id = company.id ?? '';
    return (
      <CompanyCard
        company={company}
        needs={view.needsOf(id)}
        match={view.matchOf(id)}
        wish={view.wishFor(id)}
        onWish={(next) => view.say(id, next)}
        busy={view.busy(id)}
      />
    );
  };
  return (
    <>
      <PageHead
        title={t('portfolio.title')}
        state={
          first?.total === undefined
            ? t('portfolio.lead')
            : t(filtered ? 'portfolio.found' : 'portfolio.state', {
                count: first.total,
                number: formatNumber(first.total, language),
              })
        }
        action={
          <Button component={Link} href="/shortlist">
            {t('portfolio.toShortlist')}
          </Button>
        }
      />
      <div className={classes.browse}>
        <Facets {...facets} />
        <div className={classes.results}>
          <ActiveFacets {...facets} />
          <DataTable
            caption={t('portfolio.title')}
            columns={useColumns(view)}
            rows={rows}
            rowId={(company) => company.id ?? ''}
            rowName={nameOf}
            card={card}
            view={query.get('view') === 'table' ? 'table' : 'cards'}
            onView={(next) =>
              setQuery((state) => (next === 'table' ? state.set('view', 'table') : state.delete('view')))
            }
            tools={
              <>
                <Search
                  value={q}
                  onChange={(text) => setQuery((state) => (text ? state.set('q', text) : state.delete('q')))}
                />
                <Select
                  aria-label={t('portfolio.order')}
                  data={orders.map((value) => ({ value, label: t(`portfolio.orders.${value}`) }))}
                  value={sort}
                  onChange={(value) => setQuery((state) => state.set('sort', value ?? 'name'))}
                  allowDeselect={false}
                  w={160}
                />
              </>
            }
            loading={list.isPending}
            error={list.error}
            onRetry={() => void list.refetch()}
            empty={
              <Empty
                title={t(filtered ? 'portfolio.none' : 'portfolio.empty')}
                why={t(filtered ? 'portfolio.noneWhy' : 'portfolio.emptyWhy')}
                action={
                  filtered ? (
                    <Button
                      variant="default"
                      onClick={() =>
                        setQuery((state) => {
                          for (const id of ['q', ...attributes]) state.delete(id);
                        })
                      }
                    >
                      {t('portfolio.clear')}
                    </Button>
                  ) : null
                }
              />
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

function useColumns(view: ReturnType<typeof useInvestorView>): Column<Company>[] {
  const { t } = useTranslation(['profiles', 'words']);
  const name = useValueName();
  return [
    {
      id: 'name',
      header: t('profiles:field.company'),
      minWidth: 14,
      cell: (company) => (
        <Link href={addressOf(company)}>
          <BiText text={company.name} empty={company.id ?? ''} />
        </Link>
      ),
    },
    {
      id: 'fit',
      header: t('profiles:field.fit'),
      cell: (company) => {
        const match = view.matchOf(company.id ?? '');
        return match ? <FitMark fit={match.fit} band={false} /> : '';
      },
    },
    {
      id: 'stage',
      header: t('profiles:field.stage'),
      cell: (company) => (
        <span className="ju-nowrap">{company.stage ? name('stage', company.stage) : ''}</span>
      ),
    },
    {
      id: 'industry',
      header: t('profiles:field.industry'),
      minWidth: 9,
      cell: (company) => (company.industries?.[0] ? name('industry', company.industries[0].slice(0, 3)) : ''),
    },
    {
      id: 'region',
      header: t('profiles:field.region'),
      cell: (company) => (
        <span className="ju-nowrap">{[company.region, company.city].filter(Boolean).join(' ')}</span>
      ),
    },
    {
      id: 'needs',
      header: t('profiles:portfolio.needs'),
      minWidth: 16,
      cell: (company) => <OpenNeeds needs={view.needsOf(company.id ?? '')} />,
    },
    {
      id: 'wish',
      header: t('profiles:field.wish'),
      cell: (company) => {
        const { mine } = view.wishFor(company.id ?? '');
        return mine ? <span className="ju-nowrap">{t(`words:preference.${mine}`)}</span> : '';
      },
    },
  ];
}

type Counts = Record<string, { value: string; count: number }[] | null>;

/** The server's counts with words; what is chosen stays in sight even where nothing is left of it. */
function useGroups(facets: Counts, chosen: Chosen) {
  const { t } = useTranslation('profiles');
  const name = useValueName();
  return attributes.flatMap((id) => {
    const counts = facets[id] ?? [];
    const gone = (chosen[id] ?? []).filter((value) => !counts.some((item) => item.value === value));
    const options = [...counts, ...gone.map((value) => ({ value, count: 0 }))].map((item) => ({
      ...item,
      label: name(id, item.value),
    }));
    return options.length > 0 ? [{ id, label: t(`facet.${id}`), options }] : [];
  });
}

/** Searches while one types, a moment after the last key. */
function Search({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('profiles');
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
      aria-label={t('portfolio.search')}
      placeholder={t('portfolio.search')}
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
