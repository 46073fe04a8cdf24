/** The first screen of programme staff: how the programme stands, and who needs somebody now. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { KeyFigure } from '@/ui/base/KeyFigure';
import { Link } from '@/ui/base/Link';
import { Loading } from '@/ui/base/Loading';
import { PageHead } from '@/ui/base/PageHead';
import { AgeingTable } from './AgeingTable';
import { type Overview, useOverview } from './api';
import { Coverage } from './Coverage';
import { FirstSteps } from './FirstSteps';
import { ExpertSpread, InstitutionLoad } from './LoadCharts';
import { ByState, ByTopic } from './NeedCharts';
import classes from './Overview.module.css';
import { WorstOff } from './WorstOff';

export default function OverviewPage() {
  const overview = useOverview();
  if (overview.isPending) return <Loading />;
  if (overview.isError) {
    return <ErrorPanel error={overview.error} onRetry={() => void overview.refetch()} />;
  }
  return <Shown overview={overview.data} />;
}

function Shown({ overview }: { overview: Overview }) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const { totals } = overview;
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <PageHead
        title={t('title')}
        state={
          totals.companies === 0
            ? t('stateEmpty')
            : t('state', {
                companies: number(totals.companies),
                covered: number(totals.covered),
                open: number(totals.open_needs),
                overdue: number(totals.overdue),
              })
        }
        action={
          <Button component={Link} href="/triage">
            {t('triage')}
          </Button>
        }
      />
      <div className={classes.page}>
        <FirstSteps steps={overview.first_steps} />
        <Figures overview={overview} />
        <WorstOff companies={overview.worst_off} />
        <Group id="needs" title={t('group.needs')}>
          <ByTopic overview={overview} />
          <ByState overview={overview} />
        </Group>
        <AgeingTable ageing={overview.ageing} />
        <Coverage overview={overview} />
        <Group id="load" title={t('group.load')}>
          <InstitutionLoad overview={overview} />
          <ExpertSpread overview={overview} />
        </Group>
      </div>
    </>
  );
}

function Group({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={classes.group}>
      <h2 id={id} className={classes.heading}>
        {title}
      </h2>
      <div className={classes.charts}>{children}</div>
    </section>
  );
}

function Figures({ overview }: { overview: Overview }) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const { totals } = overview;
  const number = (value: number) => formatNumber(value, language);
  return (
    <section aria-label={t('figures.title')} className={classes.figures}>
      <KeyFigure
        large
        name={t('figures.covered')}
        value={number(totals.covered)}
        unit={t('figures.ofCompanies', { total: number(totals.companies) })}
        note={t('figures.coveredNote')}
      />
      <KeyFigure
        name={t('figures.open')}
        value={number(totals.open_needs)}
        unit={t('unit.needs', { count: totals.open_needs })}
        note={t('figures.openNote', { total: number(totals.needs) })}
      />
      <KeyFigure
        name={t('figures.overdue')}
        value={number(totals.overdue)}
        unit={t('unit.needs', { count: totals.overdue })}
        note={t('figures.overdueNote')}
      />
      <KeyFigure
        name={t('figures.experts')}
        value={number(totals.experts)}
        unit={t('unit.people', { count: totals.experts })}
        note={t('figures.expertsNote', {
          free: number(Math.max(0, totals.expert_capacity - totals.expert_load)),
          unstated: number(totals.capacity_unstated),
        })}
      />
      <KeyFigure
        name={t('figures.investors')}
        value={number(totals.investors)}
        unit={t('unit.places', { count: totals.investors })}
        note={t('figures.institutionsNote', { institutions: number(totals.institutions) })}
      />
    </section>
  );
}
