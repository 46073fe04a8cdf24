import { useState } from 'react';
import type { Match, Preference } from '@/lib/match/types';
import { blockedMatch, doubtfulMatch, expertMatch, investorMatch } from '@/testing/matches';
import { CompareTable } from '@/ui/match/CompareTable';
import { MatchCard } from '@/ui/match/MatchCard';
import { MatchCardSkeleton } from '@/ui/match/MatchCardSkeleton';
import { PartsTable } from '@/ui/match/PartsTable';
import classes from './Gallery.module.css';
import { samples, useSample } from './samples';

export function MatchSection() {
  const s = useSample();
  return (
    <div className={classes.stack}>
      {[expertMatch, investorMatch, doubtfulMatch, blockedMatch].map((match) => (
        <LiveCard key={match.candidate.id} match={match} />
      ))}
      <MatchCardSkeleton />
      <div className={`ju-card ${classes.pad}`}>
        <PartsTable match={investorMatch} />
      </div>
      <CompareTable
        matches={[expertMatch, doubtfulMatch, investorMatch]}
        subject={s(samples.need)}
        onRemove={() => undefined}
      />
      <div className="ju-card">
        <CompareTable matches={[]} subject="" />
      </div>
    </div>
  );
}

function LiveCard({ match }: { match: Match }) {
  const [preference, setPreference] = useState<Preference>(match.preference ?? {});
  const [compared, setCompared] = useState(false);
  return (
    <MatchCard
      match={{ ...match, preference }}
      href="/dev/gallery"
      onPreference={setPreference}
      compared={compared}
      onCompare={setCompared}
      settle={(field) => (field.startsWith('need.') ? '/dev/gallery' : undefined)}
      weights="3"
    />
  );
}
