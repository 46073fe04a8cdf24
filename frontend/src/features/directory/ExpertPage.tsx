/** One expert: what they cover, what they really did, how full they are. */
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/lib/dates/dates';
import { BiText } from '@/ui/base/BiText';
import { Link } from '@/ui/base/Link';
import type { Expert } from './api';
import classes from './Directory.module.css';
import { FactBox, useFactValues } from './facts';
import { RecordPage } from './RecordPage';

export default function ExpertPage() {
  return (
    <RecordPage
      kind="experts"
      state={(expert) => (expert.headline ? <BiText text={expert.headline} /> : null)}
    >
      {(expert) => (
        <>
          <ExpertFacts expert={expert} />
          <Works works={expert.works ?? []} />
        </>
      )}
    </RecordPage>
  );
}

function ExpertFacts({ expert }: { expert: Expert }) {
  const f = useFactValues();
  return (
    <FactBox
      rows={[
        ['summary', f.text(expert.summary)],
        ['roles', f.list('roles', expert.roles)],
        ['fields', f.list('fields', expert.fields)],
        ['topics', f.topics(expert.topics)],
        ['industries', f.list('industries', expert.industries)],
        ['tags', f.list('tags', expert.tags)],
        ['markets', f.list('markets', expert.markets)],
        ['languages', f.spoken(expert.languages)],
        [
          'institution',
          expert.institution ? (
            <Link key="x" href={`/institutions/${encodeURIComponent(expert.institution)}`}>
              {f.name('institution', expert.institution)}
            </Link>
          ) : null,
        ],
        ['capacity', f.number(expert.capacity, 'companies')],
        ['load', f.number(expert.load, 'companies')],
        ['unavailable', f.periods(expert.unavailable)],
        ['place', f.place(expert)],
      ]}
    />
  );
}

function Works({ works }: { works: NonNullable<Expert['works']> }) {
  const { t } = useTranslation('directory');
  const { language } = useFactValues();
  return (
    <section className={`ju-card ${classes.box}`} aria-labelledby="works">
      <h2 id="works" className={classes.heading}>
        {t('works.title', { count: works.length })}
      </h2>
      {works.length === 0 ? <p className={classes.quiet}>{t('works.none')}</p> : null}
      <ul className={classes.works}>
        {[...works]
          .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
          .map((work) => (
            <li key={`${work.date} ${JSON.stringify(work.title)}`}>
              <h3 className={classes.cardName}>
                <BiText text={work.title} empty={t('works.untitled')} />
              </h3>
              <p className={classes.quiet}>
                {[
                  work.date ? formatDate(work.date, language) : '',
                  work.client ?? (work.client_private ? t('works.privateClient') : ''),
                  work.client && work.client_private ? t('works.clientHidden') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {work.text ? (
                <p className={classes.reading}>
                  <BiText text={work.text} />
                </p>
              ) : null}
            </li>
          ))}
      </ul>
    </section>
  );
}
