/** The frame of pages before sign-in: the mark, one card, the language. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '@/ui/base/Mark';
import { LanguageSwitch } from '@/ui/shell/LanguageSwitch';
import classes from './Door.module.css';

export function Door({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  const { t } = useTranslation('account');
  return (
    <main className={classes.door}>
      <div className={classes.top}>
        <span className={classes.brand}>
          <Mark size={32} on="white" />
          <strong>{t('brand')}</strong>
        </span>
        <LanguageSwitch />
      </div>
      <section className={`${classes.card} ju-card`}>
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {lead ? <p className={classes.lead}>{lead}</p> : null}
        {children}
      </section>
    </main>
  );
}
