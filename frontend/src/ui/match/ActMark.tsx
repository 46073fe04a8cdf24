/** 지금 움직일 가능성: a second mark, apart from fit, so that small active investors are found. */
import { IconBolt, IconBoltOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ActWord, actWord } from '@/lib/match/reading';
import type { Match } from '@/lib/match/types';
import classes from './marks.module.css';

const level: Record<ActWord, number> = { high: 3, middle: 2, low: 1, unknown: 0 };

export function ActMark({ act, named = true }: { act: Match['act']; named?: boolean }) {
  const { t } = useTranslation('match');
  const word = actWord(act);
  const Icon = word === 'unknown' ? IconBoltOff : IconBolt;
  return (
    <span className={classes.mark} data-act={word}>
      <span className={classes.actWord}>
        <Icon size={16} stroke={2} aria-hidden="true" />
        <span className={named ? classes.actName : 'ju-visually-hidden'}>{t('act.name')}</span>
        <strong>{t(`act.${word}`)}</strong>
      </span>
      <span className={classes.pips} aria-hidden="true">
        {[1, 2, 3].map((i) => (
          <span
            key={i}
            data-on={i <= level[word] || undefined}
            className={word === 'unknown' ? 'ju-hatch' : undefined}
          />
        ))}
      </span>
    </span>
  );
}
