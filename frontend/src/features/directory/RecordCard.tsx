/** A record on a card: its name, one line about it, a few facts. */
import type { ReactNode } from 'react';
import type { Found } from '@/lib/search/types';
import type { Text } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { Link } from '@/ui/base/Link';
import { FoundLine } from '@/ui/search/FoundLine';
import classes from './Directory.module.css';

export interface RecordCardProps {
  href: string;
  name: Text | undefined;
  /** Where the words of a search stand in it. */
  found?: Found | undefined;
  about: ReactNode;
  facts: string[];
}

export function RecordCard({ href, name, found, about, facts }: RecordCardProps) {
  return (
    <article className={`ju-card ${classes.card}`}>
      <h2 className={classes.cardName}>
        <Link href={href}>
          <BiText text={name} empty={href} marks={found?.name_marks} />
        </Link>
      </h2>
      <FoundLine name={name} found={found} />
      <p className={classes.cardAbout}>{about}</p>
      <p className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</p>
    </article>
  );
}
