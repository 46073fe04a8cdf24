/**
 * One match: who, how well, ONE sentence of why, what fits (up to 3), what to check (at most 2, with the
 * field that would settle it), and a wish. Everything else is in 모든 근거.
 */
import { Button, Checkbox } from '@mantine/core';
import { IconBan, IconListDetails } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { gateText, whySentence } from '@/lib/match/sentences';
import type { Match, Preference } from '@/lib/match/types';
import { plain } from '@/lib/text/bilingual';
import { BiText } from '../base/BiText';
import { Link } from '../base/Link';
import { RoleBadge, RoleIcon } from '../base/RoleBadge';
import { ActMark } from './ActMark';
import { FitMark } from './FitMark';
import classes from './MatchCard.module.css';
import { MatchPoints } from './MatchPoints';
import { PartsBar } from './PartsBar';
import { PreferenceControl } from './PreferenceControl';
import { ReasonsDrawer } from './ReasonsDrawer';
import { useWords } from './useWords';

export interface MatchCardProps {
  match: Match;
  /** The candidate's own page. */
  href?: string;
  /** What the badge says instead of the role's word, e.g. 디렉터. */
  roleLabel?: string;
  onPreference?: (next: Preference) => void;
  preferenceBusy?: boolean;
  compared?: boolean;
  onCompare?: (compared: boolean) => void;
  /** Where a missing field can be filled by this reader; undefined when it is not theirs. */
  settle?: (field: string) => string | undefined;
  /** The version of the weights, shown with all reasons. */
  weights?: string;
  /** More at the foot of the card. */
  extra?: ReactNode;
  /** Level of the candidate's name among the page's headings. */
  level?: 2 | 3;
}

export function MatchCard(props: MatchCardProps) {
  const { match, href, roleLabel, level = 3, settle } = props;
  const words = useWords();
  const name = plain(match.candidate.name, words.language);
  const headId = useId();
  const Heading = `h${level}` as const;
  return (
    <article
      className={`${classes.card} ju-card`}
      aria-labelledby={headId}
      data-blocked={match.blocked !== '' || undefined}
    >
      <header className={classes.head}>
        <RoleIcon role={match.candidate.kind} size={44} />
        <div className={classes.who}>
          <div className={classes.nameRow}>
            <Heading id={headId} className={classes.name}>
              {href ? (
                <Link href={href}>
                  <BiText text={match.candidate.name} labelled={false} />
                </Link>
              ) : (
                <BiText text={match.candidate.name} labelled={false} />
              )}
            </Heading>
            <RoleBadge role={match.candidate.kind} label={roleLabel} />
          </div>
          <p className={classes.headline}>
            <BiText text={match.candidate.headline} />
          </p>
        </div>
        <div className={classes.marks}>
          <FitMark fit={match.fit} />
          <ActMark act={match.act} />
        </div>
      </header>
      {match.blocked ? (
        <p className={`${classes.blocked} ju-hatch`}>
          <span>
            <IconBan size={18} stroke={2} aria-hidden="true" />
            {gateText(match.blocked, words)}
          </span>
        </p>
      ) : (
        <p className={classes.why}>{whySentence(match, words)}</p>
      )}
      <PartsBar match={match} />
      <MatchPoints match={match} settle={settle} />
      <Foot {...props} name={name} />
    </article>
  );
}

function Foot({
  match,
  name,
  onPreference,
  preferenceBusy,
  compared,
  onCompare,
  settle,
  weights,
  extra,
}: MatchCardProps & { name: string }) {
  const { t } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  return (
    <footer className={`${classes.foot} ju-no-print`}>
      {onPreference ? (
        <PreferenceControl
          about={name}
          value={match.preference ?? {}}
          onChange={onPreference}
          busy={preferenceBusy}
          disabled={match.blocked !== ''}
        />
      ) : null}
      <div className={classes.tools}>
        {extra}
        {onCompare ? (
          <Checkbox
            label={t('match.compare')}
            aria-label={t('match.compareName', { name })}
            checked={compared ?? false}
            onChange={(event) => onCompare(event.currentTarget.checked)}
          />
        ) : null}
        <Button
          variant="subtle"
          onClick={() => setOpened(true)}
          leftSection={<IconListDetails size={18} stroke={1.75} aria-hidden="true" />}
          aria-haspopup="dialog"
        >
          {t('match.allReasons')}
        </Button>
      </div>
      <ReasonsDrawer
        match={match}
        opened={opened}
        onClose={() => setOpened(false)}
        weights={weights}
        settle={settle}
      />
    </footer>
  );
}
