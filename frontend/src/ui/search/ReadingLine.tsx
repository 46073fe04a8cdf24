/** How the words of a search were taken, and whether everything could be searched: said, never hidden. */
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '@/lib/search/types';
import classes from './Search.module.css';

export interface ReadingLineProps {
  reading?: Reading | undefined;
  degraded?: boolean | undefined;
}

export function ReadingLine({ reading, degraded }: ReadingLineProps) {
  const { t } = useTranslation('ui');
  const lenient = reading === 'typo' || reading === 'any';
  if (!lenient && !degraded) return null;
  return (
    <div className={classes.reading}>
      {lenient ? (
        <p>
          <IconInfoCircle size={18} stroke={1.75} aria-hidden="true" />
          <span>{t(`search.reading.${reading}`)}</span>
        </p>
      ) : null}
      {degraded ? (
        <p data-tone="warning">
          <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />
          <span>
            <strong>{t('search.degraded')}</strong> {t('search.degradedMeans')}
          </span>
        </p>
      ) : null}
    </div>
  );
}
