/** The needs of a company, for programme staff. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Link } from '@/ui/base/Link';
import { Loading } from '@/ui/base/Loading';
import { StateTag } from '@/ui/base/StateTag';
import { useCompanyNeeds } from './api';
import classes from './Directory.module.css';

export function CompanyNeeds({ id }: { id: string }) {
  const { t } = useTranslation(['directory', 'words']);
  const language = useLanguage();
  const needs = useCompanyNeeds(id, true);
  return (
    <section className={`ju-card ${classes.box}`} aria-labelledby="company-needs">
      <h2 id="company-needs" className={classes.heading}>
        {t('directory:needs.title')}
      </h2>
      {needs.isPending ? <Loading /> : null}
      {needs.isError ? <ErrorPanel error={needs.error} onRetry={() => void needs.refetch()} /> : null}
      {needs.data?.items.length === 0 ? <p className={classes.quiet}>{t('directory:needs.none')}</p> : null}
      <ul className={classes.rows}>
        {needs.data?.items.map((need) => (
          <li key={need.id}>
            <Link href={`/needs/${encodeURIComponent(need.id ?? '')}`}>
              {plain(need.title, language) ? <BiText text={need.title} /> : t('directory:needs.untitled')}
            </Link>
            <span className={classes.quiet}>{t(`words:needKind.${need.kind}`)}</span>
            <StateTag tone={need.overdue ? 'danger' : need.state === 'agreed' ? 'success' : 'neutral'}>
              {t(`words:needState.${need.state || 'draft'}`)}
            </StateTag>
          </li>
        ))}
      </ul>
    </section>
  );
}
