/** Two to four matches side by side: parts as rows, those that tell them apart first; prints on A4. */
import { Button, Switch } from '@mantine/core';
import { IconPrinter, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ComparedPart, compared } from '@/lib/match/reading';
import { partName, partText, whySentence } from '@/lib/match/sentences';
import type { Match, Part } from '@/lib/match/types';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '../base/BiText';
import { Empty } from '../base/Empty';
import { Link } from '../base/Link';
import { RoleBadge } from '../base/RoleBadge';
import { ScrollRegion } from '../base/ScrollRegion';
import { ActMark } from './ActMark';
import classes from './CompareTable.module.css';
import { FitMark } from './FitMark';
import { useWords } from './useWords';

/** Rows that differ by less are counted as equal. */
const equal = 0.1;

export const mostCompared = 4;

export interface CompareTableProps {
  matches: Match[];
  /** What they are compared for, e.g. the title of the need; printed in the head. */
  subject: string;
  onRemove?: (id: string) => void;
  href?: (match: Match) => string;
}

export function CompareTable({ matches, subject, onRemove, href }: CompareTableProps) {
  const { t } = useTranslation('ui');
  const words = useWords();
  const [differing, setDiffering] = useState(false);
  if (matches.length < 2) return <Empty title={t('compare.empty')} why={t('compare.emptyWhy')} />;
  const shown = matches.slice(0, mostCompared);
  const rows = compared(shown);
  return (
    <div className={classes.wrap}>
      <div className={`${classes.tools} ju-no-print`}>
        <Switch
          checked={differing}
          onChange={(event) => setDiffering(event.currentTarget.checked)}
          label={t('compare.differing')}
        />
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </div>
      <ScrollRegion className={classes.scroll} aria-label={t('compare.title', { subject })}>
        <table className={classes.table}>
          <caption className={classes.caption}>{t('compare.title', { subject })}</caption>
          <thead>
            <tr>
              <td />
              {shown.map((match) => (
                <th key={match.candidate.id} scope="col">
                  <Head match={match} href={href?.(match)} onRemove={onRemove} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('compare.fit')}</th>
              {shown.map((match) => (
                <td key={match.candidate.id}>
                  <div className={classes.marks}>
                    <FitMark fit={match.fit} />
                    <ActMark act={match.act} />
                  </div>
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t('compare.why')}</th>
              {shown.map((match) => (
                <td key={match.candidate.id}>{whySentence(match, words)}</td>
              ))}
            </tr>
          </tbody>
          <Rows
            rows={rows.filter((row) => row.spread >= equal)}
            title={t('compare.differs')}
            matches={shown}
          />
          {differing ? null : (
            <Rows
              rows={rows.filter((row) => row.spread < equal)}
              title={t('compare.alike')}
              matches={shown}
            />
          )}
        </table>
      </ScrollRegion>
    </div>
  );
}

function Rows({ rows, title, matches }: { rows: ComparedPart[]; title: string; matches: Match[] }) {
  const words = useWords();
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr className={classes.group}>
        <th scope="rowgroup" colSpan={matches.length + 1}>
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.code}>
          <th scope="row">{partName(row.code, words)}</th>
          {row.parts.map((part, i) => (
            <td key={matches[i]?.candidate.id ?? i}>
              <Cell part={part} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Head({ match, href, onRemove }: { match: Match; href?: string; onRemove?: (id: string) => void }) {
  const { t } = useTranslation('ui');
  const words = useWords();
  const name = plain(match.candidate.name, words.language);
  return (
    <div className={classes.head}>
      <div>
        <RoleBadge role={match.candidate.kind} />
        <div className={classes.name}>{href ? <Link href={href}>{name}</Link> : name}</div>
        <div className={classes.headline}>
          <BiText text={match.candidate.headline} />
        </div>
      </div>
      {onRemove ? (
        <button
          type="button"
          className={`${classes.remove} ju-no-print`}
          aria-label={t('compare.remove', { name })}
          onClick={() => onRemove(match.candidate.id)}
        >
          <IconX size={18} aria-hidden="true" />
        </button>
      ) : null}
    </div>
  );
}

function Cell({ part }: { part: Part | undefined }) {
  const { t } = useTranslation('ui');
  const words = useWords();
  if (!part || part.value === null) {
    return (
      <>
        <span className={`${classes.bar} ju-hatch`} aria-hidden="true" />
        <span className={classes.unknown}>{t('parts.notKnown')}</span>
      </>
    );
  }
  const value = Math.round(part.value * 100);
  const evidence = part.evidence.filter((item) => item.code !== 'none');
  return (
    <>
      <span className={classes.bar} role="img" aria-label={t('compare.value', { value })}>
        <span className={classes.fill} style={{ width: `${value}%` }} />
      </span>
      {evidence.length > 0 ? partText({ ...part, evidence }, words) : t('parts.noEvidence')}
    </>
  );
}
