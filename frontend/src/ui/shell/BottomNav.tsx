import { IconMenu2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../base/Dialog';
import { Link } from '../base/Link';
import classes from './BottomNav.module.css';
import { Rail } from './Rail';
import type { NavItem } from './types';

/** How many places fit beside the menu on 320 px. */
const direct = 4;

export function BottomNav({ nav, current }: { nav: NavItem[]; current?: string }) {
  const { t } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  const first = nav.slice(0, nav.length <= direct + 1 ? direct + 1 : direct);
  const rest = nav.slice(first.length);
  return (
    <>
      <nav aria-label={t('shell.nav')} className={classes.bar}>
        {first.map((item) => (
          <Link
            key={item.id}
            href={item.href}
            className={classes.item}
            aria-current={item.id === current ? 'page' : undefined}
          >
            <item.icon size={22} stroke={1.75} aria-hidden="true" />
            <span className={classes.label}>{item.label}</span>
            {item.count ? <span className={classes.dot} aria-hidden="true" /> : null}
            {item.count ? (
              <span className="ju-visually-hidden">{t('shell.waitingCount', { count: item.count })}</span>
            ) : null}
          </Link>
        ))}
        {rest.length > 0 ? (
          <button
            type="button"
            className={classes.item}
            data-current={rest.some((item) => item.id === current) || undefined}
            onClick={() => setOpened(true)}
          >
            <IconMenu2 size={22} stroke={1.75} aria-hidden="true" />
            <span className={classes.label}>{t('shell.more')}</span>
          </button>
        ) : null}
      </nav>
      <Sheet
        opened={opened}
        onClose={() => setOpened(false)}
        position="left"
        size="18rem"
        title={t('shell.nav')}
        classNames={{ content: classes.drawer, header: classes.drawerHead, body: classes.drawerBody }}
      >
        <Rail nav={nav} current={current} onChosen={() => setOpened(false)} />
      </Sheet>
    </>
  );
}
