/** Every published version, newest first, with its reason. */
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { Loading } from '@/ui/base/Loading';
import { useHistory } from './api';
import classes from './Weights.module.css';

export function History() {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  const history = useHistory();
  return (
    <section className={`ju-card ${classes.box}`} aria-label={t('history')}>
      <h2>{t('history')}</h2>
      {history.isPending ? <Loading /> : null}
      {history.isError ? <ErrorPanel error={history.error} onRetry={() => void history.refetch()} /> : null}
      <ol className={classes.history} reversed>
        {(history.data?.items ?? []).map((one) => (
          <li key={one.version} value={one.version}>
            <strong>{one.name}</strong>
            {one.at ? ` · ${formatDateTime(one.at, language)}` : ''}
            {one.note ? <div>{one.note}</div> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
