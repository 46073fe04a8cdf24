/**
 * A score seen at once: a segment for each part, as wide as its weight, filled as its value, hatched where
 * it is not known. What it shows is also in words (PartsTable).
 */
import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { criteria } from '@/lib/match/reading';
import { partName, partText, type Words } from '@/lib/match/sentences';
import type { Match, Part } from '@/lib/match/types';
import classes from './PartsBar.module.css';
import { useWords } from './useWords';

export interface PartsBarProps {
  match: Match;
  /** Name the widest segments below the bar. */
  named?: boolean;
}

const share = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100);

function describe(part: Part, words: Words, t: Words['t']): string {
  const name = partName(part.code, words);
  if (part.value === null) return t('ui:parts.unknown', { name });
  return t('ui:parts.value', { name, value: share(part.value), evidence: partText(part, words) });
}

export function PartsBar({ match, named = true }: PartsBarProps) {
  const words = useWords();
  const { t } = useTranslation('ui');
  const parts = criteria(match).filter((part) => part.group !== 'preference');
  const total = parts.reduce((sum, part) => sum + Math.abs(part.weight), 0) || 1;
  const summary = parts.map((part) => describe(part, words, t)).join('; ');
  return (
    <div className={classes.wrap}>
      <div className={classes.bar} role="img" aria-label={t('parts.summary', { summary })}>
        {parts.map((part) => (
          <Tooltip key={part.code} label={describe(part, words, t)}>
            <span
              className={`${classes.segment} ${part.value === null ? 'ju-hatch' : ''}`}
              data-group={part.group}
              style={{ flexGrow: Math.abs(part.weight) / total }}
            >
              {part.value === null ? null : (
                <span className={classes.fill} style={{ width: `${share(part.value)}%` }} />
              )}
            </span>
          </Tooltip>
        ))}
      </div>
      {named ? (
        <div className={classes.names} aria-hidden="true">
          {parts.map((part) => (
            <span
              key={part.code}
              className={classes.name}
              style={{ flexGrow: Math.abs(part.weight) / total }}
            >
              {Math.abs(part.weight) / total >= 0.09 ? partName(part.code, words) : ''}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  );
}
