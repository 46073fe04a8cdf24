/** One investor: what it looks for, and the deals that show it. */
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates/dates';
import { formatMoney, formatMoneyRange } from '@/lib/money/money';
import { Empty } from '@/ui/base/Empty';
import { DataTable } from '@/ui/table/DataTable';
import type { Investor } from './api';
import classes from './Directory.module.css';
import { FactBox, useFactValues } from './facts';
import { RecordPage } from './RecordPage';

export default function InvestorPage() {
  const f = useFactValues();
  return (
    <RecordPage
      kind="investors"
      state={(investor) => [f.one('kind', investor.kind), f.place(investor)].filter(Boolean).join(' · ')}
    >
      {(investor) => (
        <>
          <InvestorFacts investor={investor} />
          <Portfolio deals={investor.portfolio ?? []} />
        </>
      )}
    </RecordPage>
  );
}

function InvestorFacts({ investor }: { investor: Investor }) {
  const f = useFactValues();
  return (
    <FactBox
      rows={[
        ['thesis', f.text(investor.thesis)],
        ['stages', f.stages(investor.stages)],
        ['ticket', investor.ticket ? formatMoneyRange(investor.ticket, f.language) : null],
        ['instruments', f.list('instruments', investor.instruments)],
        ['industries', f.list('industries', investor.industries)],
        ['tags', f.list('tags', investor.tags)],
        ['markets', f.list('markets', investor.markets)],
        ['languages', f.list('languages', investor.languages)],
        ['timezone', investor.timezone],
        ['capacity', f.number(investor.capacity, 'companies')],
      ]}
    />
  );
}

type Deal = NonNullable<Investor['portfolio']>[number];

function Portfolio({ deals }: { deals: Deal[] }) {
  const { t } = useTranslation('directory');
  const f = useFactValues();
  const rows = [...deals]
    .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .map((deal, i) => ({ ...deal, id: String(i) }));
  return (
    <div>
      <h2 className={classes.heading}>{t('portfolio.title')}</h2>
      <DataTable
        caption={t('portfolio.title')}
        rows={rows}
        rowId={(deal) => deal.id}
        rowName={(deal) => deal.name ?? ''}
        empty={<Empty title={t('portfolio.empty')} why={t('portfolio.emptyWhy')} />}
        columns={[
          {
            id: 'name',
            header: t('field.company'),
            minWidth: 12,
            cell: (deal) => deal.name ?? '',
            sortValue: (deal) => deal.name ?? '',
          },
          {
            id: 'date',
            header: t('field.date'),
            cell: (deal) => (
              <span className="ju-nowrap">{deal.date ? formatDate(deal.date, f.language) : ''}</span>
            ),
            sortValue: (deal) => deal.date ?? null,
          },
          {
            id: 'stage',
            header: t('field.stage'),
            cell: (deal) => <span className="ju-nowrap">{f.one('stage', deal.stage)}</span>,
          },
          {
            id: 'amount',
            header: t('field.amount'),
            numeric: true,
            cell: (deal) => (deal.amount ? formatMoney(deal.amount, f.language) : ''),
          },
          { id: 'lead', header: t('field.lead'), cell: (deal) => (deal.lead ? t('portfolio.lead') : '') },
          { id: 'place', header: t('field.place'), cell: (deal) => f.place(deal) ?? '' },
          { id: 'tags', header: t('field.tags'), cell: (deal) => f.list('tags', deal.tags) ?? '' },
        ]}
      />
    </div>
  );
}
