/** A record on a card: its name, one line about it, a few facts. */
import type { ReactNode } from 'react';
import type { Text } from '@/lib/text/bilingual';
import { BiText } from '@/ui/base/BiText';
import { Link } from '@/ui/base/Link';
import classes from './Directory.module.css';

export interface RecordCardProps {
  href: string;
  name: Text | undefined;
  about: ReactNode;
  facts: string[];
}

export function RecordCard({ href, name, about, facts }: RecordCardProps) {
  return (
    <article className={`ju-card ${classes.card}`}>
      <h2 className={classes.cardName}>
        <Link href={href}>
          <BiText text={name} empty={href} />
        </Link>
      </h2>
      <p className={classes.cardAbout}>{about}</p>
      <p className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</p>
    </article>
  );
}
