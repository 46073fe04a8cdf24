/** How complete a record is, and what is missing, each item leading to its field. */
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '../base/Link';
import classes from './Completeness.module.css';

export interface CompletenessItem {
  id: string;
  label: string;
  done: boolean;
  /** Why it matters, shown while it is missing. */
  why?: string;
  href?: string;
}

export interface CompletenessProps {
  title: string;
  items: CompletenessItem[];
  /** List the items below the bar. */
  listed?: boolean;
}

export function Completeness({ title, items, listed = true }: CompletenessProps) {
  const { t } = useTranslation('ui');
  const titleId = useId();
  const done = items.filter((item) => item.done).length;
  const share = items.length === 0 ? 100 : Math.round((done / items.length) * 100);
  return (
    <section className={classes.box} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          {title}
        </h3>
        <span className={classes.share}>{t('completeness.of', { done, total: items.length })}</span>
      </div>
      <div
        className={classes.track}
        role="progressbar"
        aria-labelledby={titleId}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-valuetext={t('completeness.of', { done, total: items.length })}
      >
        <span style={{ width: `${share}%` }} data-complete={share === 100 || undefined} />
      </div>
      {listed ? (
        <ul className={classes.list}>
          {items.map((item) => (
            <li key={item.id} data-done={item.done || undefined}>
              {item.done ? (
                <IconCircleCheckFilled size={18} aria-hidden="true" />
              ) : (
                <IconCircle size={18} stroke={1.75} aria-hidden="true" />
              )}
              <span>
                <span className="ju-visually-hidden">
                  {item.done ? t('completeness.done') : t('completeness.open')}
                </span>
                {item.href && !item.done ? <Link href={item.href}>{item.label}</Link> : item.label}
                {item.why && !item.done ? <span className={classes.why}>{item.why}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
