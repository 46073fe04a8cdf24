/** The fields of an expert's record. */
import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { languageName } from '@/lib/words/names';
import { BilingualField } from '@/ui/form/BilingualField';
import { CountrySelect, LanguageSelect } from '@/ui/form/CodeSelect';
import { TagInput } from '@/ui/form/TagInput';
import type { Expert } from './api';
import type { Part } from './draft';
import { useIndustryOptions } from './names';
import classes from './Profiles.module.css';
import { both } from './read';

export interface FieldsProps {
  expert: Expert;
  onChange: (part: Part<Expert>) => void;
  /** Fields that this reader may not set. */
  locked: ReadonlySet<string>;
}

const roles = ['director', 'supporter'] as const;
const fields = ['strategy', 'technology', 'management'] as const;
const levels = ['native', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'] as const;

export function Basics({ expert, onChange, locked }: FieldsProps) {
  const { t } = useTranslation('profiles');
  return (
    <>
      <div id="part-name">
        <BilingualField
          label={t('field.name')}
          required
          maxLength={200}
          value={both(expert.name)}
          onChange={(name) => onChange({ name })}
          disabled={locked.has('name')}
        />
      </div>
      <div id="part-headline">
        <BilingualField
          label={t('field.headline')}
          description={t('help.headline')}
          maxLength={200}
          value={both(expert.headline)}
          onChange={(headline) => onChange({ headline })}
          disabled={locked.has('headline')}
        />
      </div>
      <div id="part-summary">
        <BilingualField
          label={t('field.summary')}
          description={t('help.summary')}
          lines={4}
          maxLength={20000}
          value={both(expert.summary)}
          onChange={(summary) => onChange({ summary })}
          disabled={locked.has('summary')}
        />
      </div>
    </>
  );
}

export function Knowledge({ expert, onChange, locked }: FieldsProps) {
  const { t } = useTranslation(['profiles', 'words']);
  return (
    <>
      <Checkbox.Group
        label={t('profiles:field.roles')}
        value={expert.roles ?? []}
        onChange={(value) => onChange({ roles: value as Expert['roles'] })}
      >
        <Group mt="xs">
          {roles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`words:expertRole.${role}`)}
              disabled={locked.has('roles')}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox.Group
        label={t('profiles:field.fields')}
        value={expert.fields ?? []}
        onChange={(value) => onChange({ fields: value })}
      >
        <Group mt="xs">
          {[...new Set([...fields, ...(expert.fields ?? [])])].map((field) => (
            <Checkbox
              key={field}
              value={field}
              label={t(`words:field.${field}`, { defaultValue: field })}
              disabled={locked.has('fields')}
            />
          ))}
        </Group>
      </Checkbox.Group>
      <Topics expert={expert} onChange={onChange} locked={locked} />
      <MultiSelect
        label={t('profiles:field.industries')}
        data={useIndustryOptions(expert.industries ?? [])}
        value={expert.industries ?? []}
        onChange={(industries) => onChange({ industries })}
        disabled={locked.has('industries')}
        searchable
        hidePickedOptions
      />
      <TagInput
        label={t('profiles:field.tags')}
        value={expert.tags ?? []}
        onChange={(tags) => onChange({ tags })}
        disabled={locked.has('tags')}
      />
      <CountrySelect
        label={t('profiles:field.markets')}
        description={t('profiles:help.markets')}
        value={expert.markets ?? []}
        onChange={(markets) => onChange({ markets })}
        disabled={locked.has('markets')}
      />
      <Languages expert={expert} onChange={onChange} locked={locked} />
    </>
  );
}

function Topics({ expert, onChange, locked }: FieldsProps) {
  const { t } = useTranslation('profiles');
  const topics = expert.topics ?? [];
  const off = locked.has('topics');
  const set = (at: number, part: Part<(typeof topics)[number]>) =>
    onChange({
      topics: topics.map((topic, i) => (i === at ? ({ ...topic, ...part } as typeof topic) : topic)),
    });
  return (
    <fieldset className={classes.fieldset} id="part-topics" disabled={off}>
      <legend className={classes.legend}>{t('field.topics')}</legend>
      {topics.map((topic, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a topic has no name of its own while it is typed
        <div key={i} className={classes.rowLine}>
          <TextInput
            className={classes.grow}
            label={t('field.topic')}
            value={topic.topic}
            onChange={(event) => set(i, { topic: event.currentTarget.value })}
          />
          <NumberInput
            label={t('field.years')}
            min={0}
            max={70}
            allowDecimal={false}
            w={140}
            value={topic.years ?? ''}
            onChange={(value) => set(i, { years: typeof value === 'number' ? value : undefined })}
          />
          <ActionIcon
            size={44}
            variant="default"
            aria-label={t('profile.removeTopic', { name: topic.topic })}
            onClick={() => onChange({ topics: topics.filter((_, j) => j !== i) })}
          >
            <IconTrash size={18} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
          onClick={() => onChange({ topics: [...topics, { topic: '' }] })}
        >
          {t('profile.addTopic')}
        </Button>
      </div>
    </fieldset>
  );
}

function Languages({ expert, onChange, locked }: FieldsProps) {
  const { t } = useTranslation(['profiles', 'words']);
  const language = useLanguage();
  const spoken = expert.languages ?? [];
  const off = locked.has('languages');
  return (
    <div className={classes.fieldset} id="part-languages">
      <LanguageSelect
        label={t('profiles:field.languages')}
        value={spoken.map((one) => one.code)}
        onChange={(codes) =>
          onChange({ languages: codes.map((code) => spoken.find((one) => one.code === code) ?? { code }) })
        }
        disabled={off}
      />
      <div className={classes.rowLine}>
        {spoken.map((one) => (
          <Select
            key={one.code}
            label={t('profiles:field.levelOf', { language: languageName(one.code, language) })}
            data={levels.map((value) => ({ value, label: t(`words:languageLevel.${value}`) }))}
            value={one.level || null}
            onChange={(level) =>
              onChange({
                languages: spoken.map((other) =>
                  other === one ? { ...one, level: (level ?? '') as typeof one.level } : other,
                ),
              })
            }
            disabled={off}
            clearable
            w={220}
          />
        ))}
      </div>
    </div>
  );
}

export function Capacity({ expert, onChange, locked }: FieldsProps) {
  const { t } = useTranslation('profiles');
  const away = expert.unavailable ?? [];
  const number = (value: number | string) => (typeof value === 'number' ? value : undefined);
  const setAway = (at: number, part: Part<(typeof away)[number]>) =>
    onChange({ unavailable: away.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <>
      <div className={classes.rowLine} id="part-capacity">
        <NumberInput
          className={classes.grow}
          label={t('field.capacity')}
          description={t('help.capacity')}
          min={0}
          max={1000}
          allowDecimal={false}
          value={expert.capacity ?? ''}
          onChange={(value) => onChange({ capacity: number(value) })}
          disabled={locked.has('capacity')}
        />
        <NumberInput
          className={classes.grow}
          label={t('field.load')}
          description={t('help.load')}
          min={0}
          max={1000}
          allowDecimal={false}
          value={expert.load ?? ''}
          onChange={(value) => onChange({ load: number(value) })}
          disabled={locked.has('load')}
        />
      </div>
      <fieldset className={classes.fieldset} disabled={locked.has('unavailable')}>
        <legend className={classes.legend}>{t('field.unavailable')}</legend>
        {away.map((period, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a period has no name while it is typed
          <div key={i} className={classes.rowLine}>
            <TextInput
              type="date"
              label={t('field.from')}
              value={period.from ?? ''}
              onChange={(event) => setAway(i, { from: event.currentTarget.value })}
            />
            <TextInput
              type="date"
              label={t('field.to')}
              value={period.to ?? ''}
              onChange={(event) => setAway(i, { to: event.currentTarget.value })}
            />
            <ActionIcon
              size={44}
              variant="default"
              aria-label={t('profile.removePeriod', { n: i + 1 })}
              onClick={() => onChange({ unavailable: away.filter((_, j) => j !== i) })}
            >
              <IconTrash size={18} stroke={1.75} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.75} aria-hidden="true" />}
            onClick={() => onChange({ unavailable: [...away, {}] })}
          >
            {t('profile.addPeriod')}
          </Button>
        </div>
      </fieldset>
    </>
  );
}
