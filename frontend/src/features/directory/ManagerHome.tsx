/** The first screen of an institution's manager: the own experts, and how much they can still take. */
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/me';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { KeyFigure } from '@/ui/base/KeyFigure';
import { Link } from '@/ui/base/Link';
import { PageHead } from '@/ui/base/PageHead';
import { useRoster } from './api';
import classes from './Directory.module.css';
import { countText } from './facts';
import { RosterTable } from './RosterTable';

export default function ManagerHome() {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const me = useMe().data;
  const id = me?.subject?.id ?? '';
  const roster = useRoster(id);
  const number = (value: number) => formatNumber(value, language);
  const data = roster.data;
  const unit = (count: number) => t('unit.companiesOf', { count });
  return (
    <>
      <PageHead
        title={t('roster.title')}
        state={
          data
            ? t('roster.state', {
                count: data.experts.length,
                number: number(data.experts.length),
                load: number(data.load),
                free: number(Math.max(0, data.capacity - data.load)),
                away: number(data.experts.filter((entry) => entry.away).length),
              })
            : null
        }
        action={
          me?.can.includes('experts.create') ? (
            <Button component={Link} href="/experts/new">
              {t('experts.create')}
            </Button>
          ) : null
        }
      />
      <div className={classes.page}>
        {data ? (
          <section className={classes.figures} aria-label={t('roster.figures')}>
            <KeyFigure name={t('roster.load')} value={number(data.load)} unit={unit(data.load)} />
            <KeyFigure
              name={t('roster.capacity')}
              value={number(data.capacity)}
              unit={unit(data.capacity)}
              note={data.unstated > 0 ? t('roster.unstated', { count: data.unstated }) : null}
            />
            {data.agreed ? (
              <KeyFigure
                name={t('field.agreed')}
                value={countText(data.agreed, language)}
                unit={unit(data.agreed.max ?? data.agreed.min ?? 0)}
              />
            ) : null}
          </section>
        ) : null}
        {id ? <RosterTable id={id} /> : null}
      </div>
    </>
  );
}
