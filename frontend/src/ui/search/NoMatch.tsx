/** Nothing was found: which filter keeps everything out, how many there would be without it, and a way to drop it. */
import { Button } from '@mantine/core';
import { IconSearchOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import type { Relax } from '@/lib/search/types';
import { formatNumber } from '@/lib/words/names';
import classes from './Search.module.css';

export interface NoMatchProps {
  words: string;
  /** Filters that are set: their attribute and how they read, e.g. "지역: 서울". */
  filters: { attr: string; label: string }[];
  relax?: Relax[] | undefined;
  onDrop: (attr: string) => void;
  onClear: () => void;
  /** Something else that helps. */
  action?: ReactNode;
}

export function NoMatch({ words, filters, relax = [], onDrop, onClear, action }: NoMatchProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const label = (attr: string) =>
    attr === 'q'
      ? t('search.relax.words', { words })
      : (filters.find((filter) => filter.attr === attr)?.label ?? attr);
  const useful = relax.filter((one) => one.total > 0).sort((a, b) => b.total - a.total);
  return (
    <div className={classes.none}>
      <IconSearchOff size={40} stroke={1.25} aria-hidden="true" className={classes.noneIcon} />
      <p className={classes.noneTitle}>
        {words
          ? t(filters.length > 0 ? 'search.relax.both' : 'search.relax.noWords', { words })
          : t('search.relax.none')}
      </p>
      {useful.length > 0 ? (
        <>
          <p className={classes.noneWhy} id="relax-why">
            {t('search.relax.why')}
          </p>
          <ul className={classes.relax} aria-labelledby="relax-why">
            {useful.map((one) => (
              <li key={one.attr}>
                <Button variant="default" onClick={() => onDrop(one.attr)}>
                  {t('search.relax.drop', {
                    name: label(one.attr),
                    count: one.total,
                    number: formatNumber(one.total, language),
                  })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : words ? (
        <ul className={classes.tips}>
          {(['spelling', 'fewer', 'initials'] as const).map((tip) => (
            <li key={tip}>{t(`search.tips.${tip}`)}</li>
          ))}
        </ul>
      ) : null}
      <div className={classes.noneActions}>
        {filters.length > 0 || words ? (
          <Button variant={useful.length > 0 ? 'subtle' : 'default'} onClick={onClear}>
            {t(filters.length > 0 ? 'search.relax.clear' : 'search.empty')}
          </Button>
        ) : null}
        {action}
      </div>
    </div>
  );
}
