/** Open needs by whose turn it is, and how long they have lain there. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { Link } from '@/ui/base/Link';
import { ScrollRegion } from '@/ui/base/ScrollRegion';
import type { Overview } from './api';
import classes from './Overview.module.css';

const views = { company: '/triage?view=returned', coordinator: '/triage?view=open' } as const;

export function AgeingTable({ ageing }: { ageing: Overview['ageing'] }) {
  const { t } = useTranslation(['programme', 'words']);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const buckets = ageing[0]?.days ?? [];
  return (
    <section aria-labelledby="ageing" className={classes.group}>
      <h2 id="ageing" className={classes.heading}>
        {t('programme:ageing.title')}
      </h2>
      <ScrollRegion className={`ju-card ${classes.scroll}`} aria-label={t('programme:ageing.caption')}>
        <table className={classes.table}>
          <caption className="ju-visually-hidden">{t('programme:ageing.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('programme:ageing.holder')}</th>
              <Head>{t('programme:ageing.needs')}</Head>
              <Head>{t('programme:ageing.overdue')}</Head>
              {buckets.map((bucket) => (
                <Head key={bucket.from}>
                  {bucket.to === undefined
                    ? t('programme:ageing.from', { from: bucket.from })
                    : t('programme:ageing.between', { from: bucket.from, to: bucket.to })}
                </Head>
              ))}
              <Head>{t('programme:ageing.oldest')}</Head>
            </tr>
          </thead>
          <tbody>
            {ageing.map((row) => (
              <tr key={row.holder}>
                <th scope="row">
                  <Link href={views[row.holder]}>{t(`words:role.${row.holder}`)}</Link>
                </th>
                <td className="ju-number">{number(row.needs)}</td>
                <td className={`ju-number ${row.overdue > 0 ? classes.coral : ''}`}>{number(row.overdue)}</td>
                {row.days.map((bucket) => (
                  <td key={bucket.from} className="ju-number">
                    {number(bucket.count)}
                  </td>
                ))}
                <td className="ju-number">{number(row.oldest_days)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="ju-number">
      {children}
    </th>
  );
}
