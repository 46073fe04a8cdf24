/** How well a pair fits, in words, with a thin band of uncertainty; never a percentage. */
import { useTranslation } from 'react-i18next';
import type { FitWord, Match } from '@/lib/match/types';
import classes from './marks.module.css';

const steps: Record<FitWord, number> = { strong: 3, good: 2, check: 1 };

/** Three rising steps, as many filled as the fit is good. */
function Steps({ filled }: { filled: number }) {
  return (
    <svg
      width="18"
      height="16"
      viewBox="0 0 18 16"
      aria-hidden="true"
      focusable="false"
      className={classes.steps}
    >
      {[0, 1, 2].map((i) => (
        <rect
          key={i}
          x={0.75 + i * 6}
          y={10.25 - i * 4.75}
          width="4.5"
          height={5 + i * 4.75}
          rx="1"
          data-on={i < filled || undefined}
        />
      ))}
    </svg>
  );
}

/** The width of the band in words, for those who do not see it. */
function bandWord(width: number): 'narrow' | 'medium' | 'wide' {
  if (width <= 0.15) return 'narrow';
  return width <= 0.3 ? 'medium' : 'wide';
}

export interface FitMarkProps {
  fit: Match['fit'];
  /** The band can be left out in dense tables. */
  band?: boolean;
}

const percent = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100);

export function FitMark({ fit, band = true }: FitMarkProps) {
  const { t } = useTranslation('match');
  const word = t(`fit.${fit.word}`);
  const low = percent(fit.low);
  const high = percent(fit.high);
  const width = t(`fit.${bandWord(fit.high - fit.low)}`);
  return (
    <span className={classes.mark} data-fit={fit.word}>
      <span className={classes.word}>
        <Steps filled={steps[fit.word]} />
        {word}
      </span>
      {band ? (
        <span
          className={classes.band}
          role="img"
          aria-label={t('fit.band', { word, low, high, width })}
          title={t('fit.band', { word, low, high, width })}
        >
          <span className={classes.range} style={{ left: `${low}%`, width: `${Math.max(2, high - low)}%` }} />
          <span className={classes.tick} style={{ left: `${percent(fit.score)}%` }} />
        </span>
      ) : null}
    </span>
  );
}
