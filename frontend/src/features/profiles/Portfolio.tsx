/** The companies of the programme for an investor: search and filters stand in the address and can be shared. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { type Found, foundById } from '@/lib/search/types';
import { useListState } from '@/lib/search/useListState';
import { plain } from '@/lib/text/bilingual';
import { formatNumber } from '@/lib/words/names';
import { BiText } from '@/ui/base/BiText';
import { Empty } from '@/ui/base/Empty';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { FitMark } from '@/ui/match/FitMark';
import { FoundLine } from '@/ui/search/FoundLine';
import { SearchedList } from '@/ui/search/SearchedList';
import { facetGroups } from '@/ui/table/facetGroups';
import type { Column } from '@/ui/table/types';
import { askMeant, type Company, useCompanies } from './api';
import { addressOf, CompanyCard, OpenNeeds } from './CompanyCard';
import { useValueName } from './names';
import { useInvestorView } from './useInvestorView';

const attributes = ['stage', 'region', 'industry', 'tag', 'size_class', 'country'] as const;
const sorts = ['name', 'changed'] as const;

export default function Portfolio() {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const valueName = useValueName();
  const state = useListState(attributes, sorts);
  const list = useCompanies(state.filter, attributes, { typing: state.typing });
  const pages = list.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items ?? []) ?? [], [pages]);
  const found = useMemo(() => foundById(pages), [pages]);
  const first = pages?.[0];
  const view = useInvestorView();
  const groups = facetGroups(attributes, first?.facets, state.chosen, {
    label: (id) => t(`facet.${id}`),
    name: valueName,
  });
  const card = (company: Company) => {
    const id = company.id ?? '';
    return (
      <CompanyCard
        company={company}
        found={found.get(id)}
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
            : t(state.filtered ? 'portfolio.found' : 'portfolio.state', {
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
      <SearchedList
        kind="company"
        state={state}
        page={first}
        groups={groups}
        search={t('portfolio.search')}
        ask={askMeant}
        busy={list.isPlaceholderData}
        caption={t('portfolio.title')}
        columns={useColumns(view, found)}
        rows={rows}
        rowId={(company) => company.id ?? ''}
        rowName={(company) => plain(company.name, language) || (company.id ?? '')}
        card={card}
        view="cards"
        loading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<Empty title={t('portfolio.empty')} why={t('portfolio.emptyWhy')} />}
        {...(first?.total === undefined ? {} : { total: first.total })}
        {...(list.hasNextPage ? { onMore: () => void list.fetchNextPage() } : {})}
        loadingMore={list.isFetchingNextPage}
      />
    </>
  );
}

function useColumns(
  view: ReturnType<typeof useInvestorView>,
  found: ReadonlyMap<string, Found>,
): Column<Company>[] {
  const { t } = useTranslation(['profiles', 'words']);
  const name = useValueName();
  return [
    {
      id: 'name',
      header: t('profiles:field.company'),
      minWidth: 14,
      cell: (company) => {
        const seen = found.get(company.id ?? '');
        return (
          <>
            <Link href={addressOf(company)}>
              <BiText text={company.name} empty={company.id ?? ''} marks={seen?.name_marks} />
            </Link>
            <FoundLine name={company.name} found={seen} />
          </>
        );
      },
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
