import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from '../base/Link';
import { Mark } from '../base/Mark';
import { AccountMenu } from './AccountMenu';
import { CohortSelect } from './CohortSelect';
import { ContrastSwitch } from './ContrastSwitch';
import { LanguageSwitch } from './LanguageSwitch';
import { NoticesMenu } from './NoticesMenu';
import classes from './TopBar.module.css';
import type { AppShellProps } from './types';

type TopBarProps = Pick<
  AppShellProps,
  'cohort' | 'onSearch' | 'notices' | 'onNoticesRead' | 'account' | 'onLanguage'
>;

export function TopBar({ cohort, onSearch, notices = [], onNoticesRead, account, onLanguage }: TopBarProps) {
  const { t } = useTranslation('ui');
  return (
    <header className={`${classes.bar} ju-no-print`}>
      <Link href="/" className={classes.brand} aria-label={t('shell.home')}>
        <Mark on="white" size={26} />
      </Link>
      {cohort ? <CohortSelect {...cohort} /> : null}
      <div className={classes.space} />
      {onSearch ? (
        <button
          type="button"
          className={classes.search}
          onClick={onSearch}
          aria-keyshortcuts="Control+K Meta+K"
        >
          <IconSearch size={18} stroke={1.75} aria-hidden="true" />
          <span className={classes.searchWord}>{t('shell.search')}</span>
          <span className={classes.kbd} aria-hidden="true">
            Ctrl K
          </span>
        </button>
      ) : null}
      <div className={classes.tools}>
        <span className={classes.wide}>
          <LanguageSwitch onLanguage={onLanguage} />
          <ContrastSwitch />
        </span>
        <NoticesMenu notices={notices} onRead={onNoticesRead} />
        <AccountMenu account={account} onLanguage={onLanguage} />
      </div>
    </header>
  );
}
