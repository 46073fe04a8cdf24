/** 모든 근거: every part of a match with its sources. */
import { useTranslation } from 'react-i18next';
import { fieldName, sideName, whySentence } from '@/lib/match/sentences';
import type { Match } from '@/lib/match/types';
import { plain } from '@/lib/text/bilingual';
import { Sheet } from '../base/Dialog';
import { Link } from '../base/Link';
import { ActMark } from './ActMark';
import { FitMark } from './FitMark';
import { PartsBar } from './PartsBar';
import { PartsTable } from './PartsTable';
import classes from './ReasonsDrawer.module.css';
import { useWords } from './useWords';

export interface ReasonsDrawerProps {
  match: Match;
  opened: boolean;
  onClose: () => void;
  /** The version of the weights that gave these values. */
  weights?: string;
  settle?: (field: string) => string | undefined;
}

export function ReasonsDrawer({ match, opened, onClose, weights, settle }: ReasonsDrawerProps) {
  const words = useWords();
  const { t } = useTranslation('ui');
  const name = plain(match.candidate.name, words.language);
  return (
    <Sheet opened={opened} onClose={onClose} size="46rem" title={t('match.reasonsOf', { name })}>
      <div className={classes.body}>
        <div className={classes.marks}>
          <FitMark fit={match.fit} />
          <ActMark act={match.act} />
        </div>
        <p className={classes.why}>{whySentence(match, words)}</p>
        <PartsBar match={match} />
        <PartsTable match={match} />
        {match.unknown.length > 0 ? (
          <section>
            <h3 className={classes.title}>{t('match.unknownTitle')}</h3>
            <ul className={classes.list}>
              {match.unknown.map((item) => {
                const href = settle?.(item.field);
                return (
                  <li key={`${item.code} ${item.field}`}>
                    {t('parts.empty', {
                      side: sideName(item.field, match.candidate.kind, words),
                      field: fieldName(item.field, words),
                    })}{' '}
                    {href ? <Link href={href}>{t('match.settle')}</Link> : null}
                  </li>
                );
              })}
            </ul>
          </section>
        ) : null}
        <p className={classes.note}>
          {t('match.how')} {weights ? t('match.weights', { version: weights }) : ''}
        </p>
      </div>
    </Sheet>
  );
}
