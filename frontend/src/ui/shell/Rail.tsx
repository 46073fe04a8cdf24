import { useTranslation } from 'react-i18next';
import { Link } from '../base/Link';
import { Mark } from '../base/Mark';
import classes from './Rail.module.css';
import type { NavItem } from './types';

export interface RailProps {
  nav: NavItem[];
  current?: string;
  /** Called after a place was chosen, to close a drawer. */
  onChosen?: () => void;
}

export function Rail({ nav, current, onChosen }: RailProps) {
  const { t } = useTranslation('ui');
  return (
    <nav aria-label={t('shell.nav')}>
      <Link href="/" className={classes.brand} onClick={onChosen}>
        <Mark />
        <span className={classes.name}>{t('brand.name')}</span>
        <span className={classes.sub}>{t('brand.sub')}</span>
      </Link>
      <ul className={classes.list}>
        {nav.map((item) => (
          <li key={item.id}>
            <RailLink item={item} active={item.id === current} onChosen={onChosen} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RailLink({ item, active, onChosen }: { item: NavItem; active: boolean; onChosen?: () => void }) {
  const { t } = useTranslation('ui');
  const Icon = item.icon;
  return (
    <Link
      href={item.href}
      className={classes.item}
      aria-current={active ? 'page' : undefined}
      onClick={onChosen}
    >
      <Icon size={20} stroke={1.75} aria-hidden="true" />
      <span className={classes.label}>{item.label}</span>
      {item.count ? (
        <span className={classes.count} data-attention={item.attention || undefined}>
          {item.count > 99 ? '99+' : item.count}
          <span className="ju-visually-hidden">{t('shell.waiting')}</span>
        </span>
      ) : null}
    </Link>
  );
}
