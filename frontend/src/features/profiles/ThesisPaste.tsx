/** A pasted paragraph becomes answers: each is shown with the words it was taken from, and the person confirms. */
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { formatMoneyRange } from '@/lib/money/money';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { showDone } from '@/ui/base/toast';
import { type CutThesis, type Investor, useThesisCut } from './api';
import { type Part, useDraft } from './draft';
import { useValueName } from './names';
import classes from './Profiles.module.css';
import type { Lead } from './read';

type Find = CutThesis['found'][number];

interface Paste {
  text: string;
  cut: CutThesis | null;
  /** Finds that the person dropped, by their place. */
  dropped: number[];
}

const empty: Paste = { text: '', cut: null, dropped: [] };

export type ListField = 'stages' | 'industries' | 'tags' | 'markets' | 'instruments';
const lists: readonly ListField[] = ['stages', 'industries', 'tags', 'markets', 'instruments'];

export interface ThesisPasteProps {
  id: string;
  onTake: (part: Part<Investor>, lead: Lead | undefined) => void;
  /** What is there already, and more. */
  merge: (field: ListField, values: string[]) => string[];
}

export function ThesisPaste({ id, onTake, merge }: ThesisPasteProps) {
  const { t } = useTranslation('profiles');
  const paste = useDraft<Paste>(`thesis.${id}`, empty);
  const { text, cut: found, dropped } = paste.value;
  const cut = useThesisCut();
  const find = () => cut.mutate(text, { onSuccess: (answer) => paste.change({ cut: answer, dropped: [] }) });
  const kept = (found?.found ?? []).filter((_, i) => !dropped.includes(i));
  const take = () => {
    const part: Part<Investor> = {};
    for (const field of lists) {
      const values = kept.filter((one) => one.field === field).map((one) => one.value);
      if (values.length > 0) Object.assign(part, { [field]: merge(field, values) });
    }
    if (found?.ticket && kept.some((one) => one.field === 'ticket')) part.ticket = found.ticket;
    onTake(part, kept.some((one) => one.field === 'lead') ? found?.lead : undefined);
    paste.forget();
    showDone(t('thesis.taken', { count: kept.length }));
  };
  return (
    <div className={classes.fieldset}>
      <Textarea
        label={t('thesis.pasteLabel')}
        description={t('thesis.pasteHelp')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={20000}
        value={text}
        onChange={(event) => paste.change({ text: event.currentTarget.value })}
      />
      {cut.isError ? <ErrorPanel error={cut.error} kept={t('form.kept')} /> : null}
      <div className={classes.bar}>
        <Button variant="default" onClick={find} loading={cut.isPending} disabled={text.trim() === ''}>
          {t('thesis.find')}
        </Button>
        {text !== '' ? (
          <Button variant="subtle" onClick={() => paste.forget()}>
            {t('thesis.clear')}
          </Button>
        ) : null}
      </div>
      {found && found.found.length === 0 ? <Callout tone="warning">{t('thesis.none')}</Callout> : null}
      {found && found.found.length > 0 ? (
        <>
          <p role="status">{t('thesis.found', { count: found.found.length })}</p>
          <ul className={classes.works}>
            {found.found.map((one, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: finds have no id and are never moved
              <li key={i} className={classes.work}>
                <FindRow
                  find={one}
                  cut={found}
                  take={!dropped.includes(i)}
                  onTake={(on) =>
                    paste.change({ dropped: on ? dropped.filter((j) => j !== i) : [...dropped, i] })
                  }
                />
              </li>
            ))}
          </ul>
          <div>
            <Button disabled={kept.length === 0} onClick={take}>
              {t('thesis.take', { count: kept.length })}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

const fieldOf: Record<ListField, string> = {
  stages: 'stage',
  industries: 'industry',
  tags: 'tag',
  markets: 'country',
  instruments: 'instrument',
};

interface FindRowProps {
  find: Find;
  cut: CutThesis;
  take: boolean;
  onTake: (on: boolean) => void;
}

function FindRow({ find, cut, take, onTake }: FindRowProps) {
  const { t } = useTranslation('profiles');
  const language = useLanguage();
  const name = useValueName();
  const value =
    find.field === 'ticket'
      ? cut.ticket
        ? formatMoneyRange(cut.ticket, language)
        : find.value
      : find.field === 'lead'
        ? t(`lead.${find.value}`, { defaultValue: find.value })
        : name(fieldOf[find.field], find.value);
  return (
    <Checkbox
      label={
        <>
          <span className={classes.quiet}>{t(`found.${find.field}`)}</span> <strong>{value}</strong>
        </>
      }
      description={t('thesis.quote', { quote: find.quote })}
      checked={take}
      onChange={(event) => onTake(event.currentTarget.checked)}
    />
  );
}
