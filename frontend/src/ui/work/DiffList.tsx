/** How a ranked list would change: the new order, each with its move from the old one. */
import { IconArrowDown, IconArrowUp, IconEqual, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Text } from '@/lib/text/bilingual';
import { BiText } from '../base/BiText';
import { Empty } from '../base/Empty';
import { ScrollRegion } from '../base/ScrollRegion';
import classes from './DiffList.module.css';

export interface DiffItem {
  id: string;
  name: Text;
}

export interface DiffListProps {
  caption: string;
  before: DiffItem[];
  after: DiffItem[];
  /** Only those that moved. */
  changedOnly?: boolean;
}

interface Move {
  item: DiffItem;
  /** 1-based; undefined when it is not in that list. */
  was?: number;
  is?: number;
}

/** Everything of both lists in the new order, what dropped out last. */
export function moves(before: readonly DiffItem[], after: readonly DiffItem[]): Move[] {
  const was = new Map(before.map((item, i) => [item.id, i + 1]));
  const now = new Set(after.map((item) => item.id));
  return [
    ...after.map((item, i): Move => ({ item, was: was.get(item.id), is: i + 1 })),
    ...before.filter((item) => !now.has(item.id)).map((item): Move => ({ item, was: was.get(item.id) })),
  ];
}

export function DiffList({ caption, before, after, changedOnly = false }: DiffListProps) {
  const { t } = useTranslation('ui');
  const all = moves(before, after);
  const rows = changedOnly ? all.filter((move) => move.was !== move.is) : all;
  if (rows.length === 0) return <Empty title={t('diff.same')} why={t('diff.sameWhy')} />;
  return (
    <ScrollRegion className={classes.scroll} aria-label={caption}>
      <table className={classes.table}>
        <caption className="ju-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="ju-number">
              {t('diff.after')}
            </th>
            <th scope="col">{t('diff.name')}</th>
            <th scope="col" className="ju-number">
              {t('diff.before')}
            </th>
            <th scope="col">{t('diff.move')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((move) => (
            <tr key={move.item.id} data-gone={move.is === undefined || undefined}>
              <td className={`${classes.rank} ju-number`}>{move.is ?? t('diff.none')}</td>
              <th scope="row">
                <BiText text={move.item.name} labelled={false} />
              </th>
              <td className="ju-number">{move.was ?? t('diff.none')}</td>
              <td>
                <MoveMark move={move} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function MoveMark({ move }: { move: Move }) {
  const { t } = useTranslation('ui');
  const { was, is } = move;
  if (is === undefined)
    return <Mark kind="down" icon={<IconArrowDown size={16} aria-hidden="true" />} word={t('diff.gone')} />;
  if (was === undefined)
    return <Mark kind="up" icon={<IconPlus size={16} aria-hidden="true" />} word={t('diff.new')} />;
  if (was === is)
    return <Mark kind="same" icon={<IconEqual size={16} aria-hidden="true" />} word={t('diff.equal')} />;
  return was > is ? (
    <Mark
      kind="up"
      icon={<IconArrowUp size={16} aria-hidden="true" />}
      word={t('diff.up', { count: was - is })}
    />
  ) : (
    <Mark
      kind="down"
      icon={<IconArrowDown size={16} aria-hidden="true" />}
      word={t('diff.down', { count: is - was })}
    />
  );
}

function Mark({ kind, icon, word }: { kind: 'up' | 'down' | 'same'; icon: React.ReactNode; word: string }) {
  return (
    <span className={classes.move} data-kind={kind}>
      {icon}
      {word}
    </span>
  );
}
