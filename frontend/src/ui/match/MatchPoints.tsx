/** 맞는 점 and 확인할 점 of a match, side by side. */
import { IconCheck, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { agreements, checks } from '@/lib/match/reading';
import { checkText, partName, partText } from '@/lib/match/sentences';
import type { Match } from '@/lib/match/types';
import { Link } from '../base/Link';
import classes from './MatchPoints.module.css';
import { useWords } from './useWords';

export interface MatchPointsProps {
  match: Match;
  settle?: (field: string) => string | undefined;
}

export function MatchPoints({ match, settle }: MatchPointsProps) {
  const words = useWords();
  const { t } = useTranslation('ui');
  const good = agreements(match);
  const open = checks(match);
  return (
    <div className={classes.points}>
      {good.length > 0 ? (
        <section className={classes.column}>
          <h4 className={classes.title}>{t('match.agreements')}</h4>
          <ul className={classes.list}>
            {good.map((part) => (
              <li key={part.code} data-kind="good">
                <IconCheck size={18} stroke={2.25} aria-hidden="true" />
                <span>
                  <strong>{partName(part.code, words)}</strong> {partText(part, words)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {open.length > 0 ? (
        <section className={classes.column}>
          <h4 className={classes.title}>{t('match.checks')}</h4>
          <ul className={classes.list}>
            {open.map((check) => {
              const href = check.kind === 'unknown' ? settle?.(check.field) : undefined;
              return (
                <li key={check.kind === 'unknown' ? check.part : check.part.code} data-kind="check">
                  <IconHelpCircle size={18} stroke={2} aria-hidden="true" />
                  <span>
                    {checkText(check, words, match.candidate.kind)}{' '}
                    {href ? <Link href={href}>{t('match.settle')}</Link> : null}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
