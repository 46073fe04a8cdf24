/** A need in a few lines, with what waits for this person. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import { Link } from '@/ui/base/Link';
import type { Need } from './api';
import classes from './NeedCard.module.css';
import { NeedState } from './NeedState';

export function NeedCard({
  need,
  company = false,
  actions,
  level = 2,
}: {
  need: Need;
  company?: boolean;
  actions?: ReactNode;
  /** Level of the title among the page's headings. */
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  const { t } = useTranslation('needs');
  const language = useLanguage();
  const shown = company ? need : { ...need, company_name: undefined };
  return (
    <article className={`${classes.card} ju-card`}>
      <Heading className={classes.title}>
        <Link href={`/needs/${encodeURIComponent(need.id ?? '')}`}>
          {plain(need.title, language) || t('untitled')}
        </Link>
      </Heading>
      <p className={classes.state}>
        <NeedState need={shown as Need} />
      </p>
      {need.remark && need.state === 'returned' ? <p className={classes.remark}>{need.remark}</p> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </article>
  );
}
