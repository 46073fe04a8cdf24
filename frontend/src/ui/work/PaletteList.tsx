/** The options of the palette: groups with their heads, options with a line or two. */

import { useTranslation } from 'react-i18next';
import { Marked } from '../base/Marked';
import { RoleIcon } from '../base/RoleBadge';
import classes from './CommandPalette.module.css';
import type { PaletteGroup, PaletteItem } from './paletteSource';

interface PaletteListProps {
  id: string;
  busy: boolean;
  groups: PaletteGroup[];
  at: number;
  optionId: (i: number) => string;
  onChoose: (item: PaletteItem) => void;
  onPoint: (i: number) => void;
}

export function PaletteList({ id, busy, groups, at, optionId, onChoose, onPoint }: PaletteListProps) {
  const { t } = useTranslation('ui');
  let next = 0;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('search.results')}
      className={classes.list}
      aria-busy={busy}
      // A press leaves the focus in the box.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map((group) => {
        const start = next;
        next += group.items.length;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box has no element of its own
          <div key={group.id} role="group" aria-labelledby={`${optionId(start)}-group`}>
            <div id={`${optionId(start)}-group`} className={classes.group}>
              {group.label}
              {group.aside ? <span className={classes.aside}>{group.aside}</span> : null}
            </div>
            {group.items.map((item, i) => (
              // biome-ignore lint/a11y/useFocusableInteractive: see the list box
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input
              <div
                key={item.id}
                id={optionId(start + i)}
                role="option"
                aria-selected={start + i === at}
                className={classes.option}
                data-more={item.more || undefined}
                onClick={() => onChoose(item)}
                onPointerMove={() => onPoint(start + i)}
              >
                <Option item={item} />
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Option({ item }: { item: PaletteItem }) {
  const Icon = item.icon;
  return (
    <>
      {item.role ? (
        <RoleIcon role={item.role} size={32} />
      ) : Icon ? (
        <span className={classes.icon}>
          <Icon size={20} stroke={1.75} aria-hidden="true" />
        </span>
      ) : null}
      <span className={classes.words}>
        <span className={classes.title} lang={item.lang}>
          <Marked text={item.title} ranges={item.ranges} />
        </span>{' '}
        {item.detail ? <span className={classes.detail}>{item.detail}</span> : null}{' '}
        {item.line ? <span className={classes.line}>{item.line}</span> : null}
      </span>
    </>
  );
}
