/**
 * The frame of every signed-in page: an ink rail with the places, a top bar with the tools, the work on a
 * calm ground. On a phone the rail becomes a bar at the foot with the first four places and a drawer.
 */
import { useTranslation } from 'react-i18next';
import classes from './AppShell.module.css';
import { BottomNav } from './BottomNav';
import { DemoBanner } from './DemoBanner';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import type { AppShellProps } from './types';

export function AppShell(props: AppShellProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t('shell.skip')}
      </a>
      <div className={`${classes.rail} ju-no-print`}>
        <div className={classes.railInner}>
          <Rail nav={props.nav} current={props.current} />
        </div>
      </div>
      <div className={classes.body}>
        {props.demo ? <DemoBanner onRemove={props.demo.onRemove} /> : null}
        <TopBar {...props} />
        <main id="main" tabIndex={-1} className={classes.main} data-wide={props.wide || undefined}>
          {props.children}
        </main>
      </div>
      <div className={`${classes.bottom} ju-no-print`}>
        <BottomNav nav={props.nav} current={props.current} />
      </div>
    </div>
  );
}
