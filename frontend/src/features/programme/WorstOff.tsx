/** The companies that are worst off: one dot each, and the list that leads to them. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { formatNumber } from '@/lib/words/names';
import { Link } from '@/ui/base/Link';
import { ChartFrame } from '@/ui/charts';
import { DotPlot } from '@/ui/charts/DotPlot';
import type { WorstOff as Company } from './api';
import classes from './Overview.module.css';

/** So many are listed in words; the plot has a dot for every one. */
const listed = 8;

const address = (company: Company) => `/companies/${encodeURIComponent(company.company)}`;

export function WorstOff({ companies }: { companies: Company[] }) {
  const { t } = useTranslation('programme');
  const language = useLanguage();
  const name = (company: Company) => plain(company.name, language) || company.company;
  const longest = [...companies].sort((a, b) => b.waiting_days - a.waiting_days)[0];
  return (
    <section aria-labelledby="worst" className={classes.group}>
      <h2 id="worst" className={classes.heading}>
        {t('worst.title')}
      </h2>
      <div className={classes.charts}>
        <ChartFrame
          finding={t('worst.finding', {
            name: longest ? name(longest) : '',
            count: longest?.waiting_days ?? 0,
          })}
          what={t('worst.what')}
          empty={!longest}
          emptyWhy={t('worst.empty')}
          table={{
            columns: [
              { label: t('column.company') },
              { label: t('column.waiting'), unit: t('column.days'), numeric: true },
              { label: t('column.openNeeds'), unit: t('column.count'), numeric: true },
              { label: t('column.wanted'), unit: t('column.count'), numeric: true },
            ],
            rows: companies.map((company) => [
              <Link key={company.company} href={address(company)}>
                {name(company)}
              </Link>,
              ...[company.waiting_days, company.open_needs, company.wanted].map((value) =>
                formatNumber(value, language),
              ),
            ]),
          }}
        >
          <DotPlot
            dots={companies.map((company) => ({
              id: company.company,
              label: name(company),
              value: company.waiting_days,
            }))}
            from={0}
            axis={t('worst.axis')}
            {...(longest ? { markedId: longest.company } : {})}
          />
        </ChartFrame>
        <section className={`ju-card ${classes.box}`} aria-labelledby="worst-off">
          <h3 id="worst-off" className={classes.small}>
            {t('worst.list')}
          </h3>
          {companies.length === 0 ? <p className={classes.quiet}>{t('worst.empty')}</p> : null}
          <ul className={classes.worst}>
            {companies.slice(0, listed).map((company) => (
              <li key={company.company}>
                <Link className={classes.coral} href={address(company)}>
                  {name(company)}
                </Link>
                <span className={classes.quiet}>
                  {t('worst.line', {
                    days: formatNumber(company.waiting_days, language),
                    needs: formatNumber(company.open_needs, language),
                    wanted: formatNumber(company.wanted, language),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </section>
  );
}
