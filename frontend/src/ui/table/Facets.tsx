/** Filters with counts: a column beside the list, a drawer on a phone, the active ones as chips. */
import { Button, Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatNumber } from '@/lib/words/names';
import { Sheet } from '../base/Dialog';
import classes from './Facets.module.css';

export interface FacetOption {
  value: string;
  label: string;
  count?: number;
}

export interface FacetGroup {
  id: string;
  label: string;
  options: FacetOption[];
}

/** Chosen values by group. */
export type Chosen = Record<string, string[]>;

export interface FacetsProps {
  groups: FacetGroup[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Options shown before "more". */
const first = 6;

const countOf = (chosen: Chosen): number =>
  Object.values(chosen).reduce((sum, values) => sum + values.length, 0);

function toggled(chosen: Chosen, group: string, value: string): Chosen {
  const values = chosen[group] ?? [];
  const next = values.includes(value) ? values.filter((v) => v !== value) : [...values, value];
  return { ...chosen, [group]: next };
}

export function Facets(props: FacetsProps) {
  const { t } = useTranslation('ui');
  const phone = useMediaQuery('(max-width: 63.99em)') ?? false;
  const [opened, setOpened] = useState(false);
  const count = countOf(props.chosen);
  if (!phone) {
    return (
      <section className={classes.column} aria-label={t('facets.title')}>
        <Groups {...props} />
      </section>
    );
  }
  return (
    <>
      <Button
        variant="default"
        onClick={() => setOpened(true)}
        leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.75} aria-hidden="true" />}
      >
        {count > 0 ? t('facets.openCount', { count }) : t('facets.open')}
      </Button>
      <Sheet opened={opened} onClose={() => setOpened(false)} title={t('facets.title')} size="22rem">
        <Groups {...props} />
        <Button fullWidth mt="lg" onClick={() => setOpened(false)}>
          {t('facets.show')}
        </Button>
      </Sheet>
    </>
  );
}

function Groups({ groups, chosen, onChange }: FacetsProps) {
  return (
    <>
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          values={chosen[group.id] ?? []}
          onToggle={(value) => onChange(toggled(chosen, group.id, value))}
        />
      ))}
    </>
  );
}

interface GroupProps {
  group: FacetGroup;
  values: string[];
  onToggle: (value: string) => void;
}

function Group({ group, values, onToggle }: GroupProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const [all, setAll] = useState(false);
  // What is chosen is never hidden behind "more".
  const shown = group.options.filter((option, i) => all || i < first || values.includes(option.value));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{group.label}</legend>
      {shown.map((option) => (
        <Checkbox
          key={option.value}
          size="sm"
          classNames={{ root: classes.option, body: classes.optionBody, labelWrapper: classes.optionLabel }}
          checked={values.includes(option.value)}
          onChange={() => onToggle(option.value)}
          label={
            <span className={classes.optionText}>
              <span>{option.label}</span>
              {option.count === undefined ? null : (
                <span className={classes.count}>{formatNumber(option.count, language)}</span>
              )}
            </span>
          }
        />
      ))}
      {group.options.length > first ? (
        <button
          type="button"
          className={classes.more}
          aria-expanded={all}
          onClick={() => setAll((open) => !open)}
        >
          {all ? t('facets.less') : t('facets.more', { count: group.options.length - first })}
        </button>
      ) : null}
    </fieldset>
  );
}

/** The active filters above the list, each taken back with one press. */
export function ActiveFacets({ groups, chosen, onChange }: FacetsProps) {
  const { t } = useTranslation('ui');
  const active = groups.flatMap((group) =>
    (chosen[group.id] ?? []).map((value) => ({
      group: group.id,
      value,
      label: group.options.find((option) => option.value === value)?.label ?? value,
    })),
  );
  if (active.length === 0) return null;
  return (
    <ul className={classes.active} aria-label={t('facets.active')}>
      {active.map((item) => (
        <li key={`${item.group} ${item.value}`}>
          <button
            type="button"
            className={classes.chip}
            aria-label={t('facets.remove', { name: item.label })}
            onClick={() => onChange(toggled(chosen, item.group, item.value))}
          >
            {item.label}
            <IconX size={14} stroke={2} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={classes.more} onClick={() => onChange({})}>
          {t('facets.clear')}
        </button>
      </li>
    </ul>
  );
}
