/** A need in a few lines, with what waits for this person. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Found } from '@/lib/search/types';
import { BiText } from '@/ui/base/BiText';
import { Link } from '@/ui/base/Link';
import { FoundLine } from '@/ui/search/FoundLine';
import type { Need } from './api';
import classes from './NeedCard.module.css';
import { NeedState } from './NeedState';

export function NeedCard({
  need,
  found,
  company = false,
  actions,
  level = 2,
}: {
  need: Need;
  /** Where the words of a search stand in it. */
  found?: Found | undefined;
  company?: boolean;
  actions?: ReactNode;
  /** Level of the title among the page's headings. */
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  const { t } = useTranslation('needs');
  const shown = company ? need : { ...need, company_name: undefined };
  return (
    <article className={`${classes.card} ju-card`}>
      <Heading className={classes.title}>
        <Link href={`/needs/${encodeURIComponent(need.id ?? '')}`}>
          <BiText text={need.title} empty={t('untitled')} labelled={false} marks={found?.name_marks} />
        </Link>
      </Heading>
      <FoundLine name={need.title} found={found} />
      <p className={classes.state}>
        <NeedState need={shown as Need} />
      </p>
      {need.remark && need.state === 'returned' ? <p className={classes.remark}>{need.remark}</p> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </article>
  );
}
