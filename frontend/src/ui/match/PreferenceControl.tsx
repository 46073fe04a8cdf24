/** must, want, later or no, with a note that only the own side reads. Pressing the chosen one again takes it back. */
import { Button, Popover, Textarea } from '@mantine/core';
import {
  IconBan,
  IconClock,
  IconHeart,
  IconHeartFilled,
  IconLock,
  IconNote,
  IconStar,
  IconStarFilled,
} from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Preference, type PreferenceLevel, preferenceLevels } from '@/lib/match/types';
import classes from './PreferenceControl.module.css';

const icons = {
  must: [IconStar, IconStarFilled],
  want: [IconHeart, IconHeartFilled],
  later: [IconClock, IconClock],
  no: [IconBan, IconBan],
} as const;

export interface PreferenceControlProps {
  /** Whom it is about, for the spoken name of the group. */
  about: string;
  value: Preference;
  /** `mine` is undefined when the wish is taken back. */
  onChange: (next: Preference) => void;
  busy?: boolean;
  disabled?: boolean;
}

export function PreferenceControl({
  about,
  value,
  onChange,
  busy = false,
  disabled = false,
}: PreferenceControlProps) {
  const { t } = useTranslation(['ui', 'words']);
  return (
    <div className={classes.row}>
      <fieldset className={classes.group} disabled={disabled} aria-busy={busy || undefined}>
        <legend className="ju-visually-hidden">{t('ui:preference.about', { about })}</legend>
        {preferenceLevels.map((level) => (
          <LevelButton
            key={level}
            level={level}
            chosen={value.mine === level}
            label={t(`words:preference.${level}`)}
            onPress={() => onChange({ ...value, mine: value.mine === level ? undefined : level })}
          />
        ))}
      </fieldset>
      <NoteButton
        about={about}
        note={value.note ?? ''}
        disabled={disabled}
        onSave={(note) => onChange({ ...value, note })}
      />
    </div>
  );
}

interface LevelButtonProps {
  level: PreferenceLevel;
  chosen: boolean;
  label: string;
  onPress: () => void;
}

function LevelButton({ level, chosen, label, onPress }: LevelButtonProps) {
  const Icon = icons[level][chosen ? 1 : 0];
  return (
    <button
      type="button"
      className={classes.level}
      data-level={level}
      aria-pressed={chosen}
      onClick={onPress}
    >
      <Icon size={16} stroke={2} aria-hidden="true" />
      {label}
    </button>
  );
}

interface NoteButtonProps {
  about: string;
  note: string;
  disabled: boolean;
  onSave: (note: string) => void;
}

function NoteButton({ about, note, disabled, onSave }: NoteButtonProps) {
  const { t } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.note}
          disabled={disabled}
          data-filled={note !== '' || undefined}
          onClick={() => setOpened((open) => !open)}
        >
          <IconNote size={16} stroke={2} aria-hidden="true" />
          {note === '' ? t('preference.addNote') : t('preference.editNote')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('preference.noteAbout', { about })}>
        <NoteForm
          note={note}
          onSave={(next) => {
            setOpened(false);
            if (next !== note) onSave(next);
          }}
          onCancel={() => setOpened(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function NoteForm({
  note,
  onSave,
  onCancel,
}: {
  note: string;
  onSave: (note: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('ui');
  const [text, setText] = useState(note);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(text.trim());
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea
        data-autofocus
        label={t('preference.note')}
        description={
          <span className={classes.private}>
            <IconLock size={14} stroke={2} aria-hidden="true" />
            {t('preference.private')}
          </span>
        }
        autosize
        minRows={3}
        maxRows={8}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit">{t('save')}</Button>
      </div>
    </form>
  );
}
