/** Who moves where in one list: places before and after; a dash stands for "not in the list". */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/lib/api/client';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { plain } from '@/lib/text/bilingual';
import classes from './Weights.module.css';

export function MoveTable({ caption, moves }: { caption: string; moves: Schemas['ListMove'][] }) {
  const { t } = useTranslation('weights');
  const language = useLanguage();
  const place = (n: number | undefined) => (n ? String(n) : '–');
  return (
    <table className={classes.moves}>
      <caption className="ju-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('move.name')}</th>
          <th scope="col">{t('move.from')}</th>
          <th scope="col">{t('move.to')}</th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => {
          const up = (move.to || 1e9) < (move.from || 1e9);
          const Icon = up ? IconArrowUp : IconArrowDown;
          return (
            <tr key={move.candidate}>
              <th scope="row">{plain(move.name, language) || move.candidate}</th>
              <td>{place(move.from)}</td>
              <td>
                <Icon size={16} aria-label={t(up ? 'move.up' : 'move.down')} /> {place(move.to)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
