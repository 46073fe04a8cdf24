/** Every part of a match with its evidence, value, weight and contribution: the table behind the bar. */
import { useTranslation } from 'react-i18next';
import { evidenceText, fieldName, partName, sideName } from '@/lib/match/sentences';
import type { Match, Part } from '@/lib/match/types';
import { plain } from '@/lib/text/bilingual';
import { formatNumber, formatShare } from '@/lib/words/names';
import { ScrollRegion } from '../base/ScrollRegion';
import classes from './PartsTable.module.css';
import { useWords } from './useWords';

export function PartsTable({ match }: { match: Match }) {
  const { t } = useTranslation('ui');
  const { language } = useWords();
  const name = plain(match.candidate.name, language);
  const total = match.parts.reduce((sum, part) => sum + Math.abs(part.weight), 0) || 1;
  const parts = [...match.parts].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return (
    <ScrollRegion className={classes.scroll} aria-label={t('parts.table', { name })}>
      <table className={classes.table}>
        <caption className="ju-visually-hidden">{t('parts.table', { name })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('parts.part')}</th>
            <th scope="col">{t('parts.evidence')}</th>
            <th scope="col" className="ju-number">
              {t('parts.valueHead')}
            </th>
            <th scope="col" className="ju-number">
              {t('parts.weightHead')}
            </th>
            <th scope="col" className="ju-number">
              {t('parts.contributionHead')}
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <PartRow key={part.code} part={part} match={match} total={total} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function PartRow({ part, match, total }: { part: Part; match: Match; total: number }) {
  const words = useWords();
  const { t } = useTranslation('ui');
  const fields = match.unknown.filter((item) => item.code === part.code).map((item) => item.field);
  return (
    <tr data-group={part.group}>
      <th scope="row">
        {partName(part.code, words)}
        <span className={classes.group}>{words.t(`match:group.${part.group}`, { defaultValue: '' })}</span>
      </th>
      <td>
        {part.value === null ? (
          <span className={classes.unknown}>
            {fields.length > 0
              ? fields
                  .map((field) =>
                    t('parts.empty', {
                      side: sideName(field, match.candidate.kind, words),
                      field: fieldName(field, words),
                    }),
                  )
                  .join(' · ')
              : t('parts.notKnown')}
          </span>
        ) : (
          <Evidence part={part} />
        )}
      </td>
      <td className="ju-number">
        {part.value === null ? t('parts.none') : formatNumber(part.value * 100, words.language)}
      </td>
      <td className="ju-number">{formatShare(Math.abs(part.weight) / total, words.language)}</td>
      <td className="ju-number">{formatNumber(part.contribution, words.language, 3)}</td>
    </tr>
  );
}

function Evidence({ part }: { part: Part }) {
  const words = useWords();
  const { t } = useTranslation('ui');
  if (part.group === 'constant') return <>{t('parts.constant')}</>;
  if (part.evidence.length === 0) return <>{t('parts.noEvidence')}</>;
  const lines = [...new Set(part.evidence.map((item) => evidenceText(item, words)))];
  if (lines.length === 1) return <>{lines[0]}</>;
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
