/** The head of a page: its title, one sentence of how things stand, one primary button. */

import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from './Link';
import classes from './PageHead.module.css';

export interface PageHeadProps {
  title: ReactNode;
  /** "기업 100곳 중 82곳 배정 · 3곳 확인 필요" */
  state?: ReactNode;
  /** The one primary button. */
  action?: ReactNode;
  /** Further buttons, quieter than the primary one. */
  more?: ReactNode;
  back?: { href: string; label: string };
}

export function PageHead({ title, state, action, more, back }: PageHeadProps) {
  const { t } = useTranslation('ui');
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        {back ? (
          <Link className={classes.back} href={back.href}>
            <IconChevronLeft size={16} aria-hidden="true" />
            <span className="ju-visually-hidden">{t('pageHead.back')}</span>
            {back.label}
          </Link>
        ) : null}
        {/* Focused after each change of route, so that a screen reader starts here. */}
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {state ? <p className={classes.state}>{state}</p> : null}
      </div>
      {action || more ? (
        <div className={`${classes.actions} ju-no-print`}>
          {more}
          {action}
        </div>
      ) : null}
    </header>
  );
}
