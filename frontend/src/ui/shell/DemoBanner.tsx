import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmByName } from '../base/ConfirmByName';
import classes from './DemoBanner.module.css';

/** Says on every page that the data is invented; who may remove it can do so here. */
export function DemoBanner({ onRemove }: { onRemove?: () => void | Promise<void> }) {
  const { t } = useTranslation('ui');
  const [asking, setAsking] = useState(false);
  return (
    <section className={classes.banner} aria-label={t('demo.label')}>
      <IconFlask size={18} stroke={1.75} aria-hidden="true" />
      <span className={classes.text}>{t('demo.text')}</span>
      {onRemove ? (
        <>
          <button type="button" className={`${classes.button} ju-no-print`} onClick={() => setAsking(true)}>
            {t('demo.remove')}
          </button>
          <ConfirmByName
            opened={asking}
            onClose={() => setAsking(false)}
            title={t('demo.title')}
            name={t('demo.name')}
            verb={t('demo.remove')}
            onConfirm={onRemove}
          >
            {t('demo.what')}
          </ConfirmByName>
        </>
      ) : null}
    </section>
  );
}
