/** A pasted CV becomes works: each is shown with the words it was taken from, to be taken, changed or dropped. */
import { Button, Checkbox, Textarea } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Callout } from '@/ui/base/Callout';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { showDone } from '@/ui/base/toast';
import { type CutWork, useCvCut, type Work } from './api';
import { useDraft } from './draft';
import classes from './Profiles.module.css';
import { both } from './read';
import { WorkFields } from './Works';

interface Found {
  work: Work;
  quote: string;
  take: boolean;
}

interface Paste {
  open: boolean;
  text: string;
  found: Found[] | null;
}

const empty: Paste = { open: false, text: '', found: null };

/** A work as it was cut; what is empty is left out. */
export function workOf(cut: CutWork): Work {
  return {
    title: both(cut.title),
    ...(cut.text ? { text: both(cut.text) } : {}),
    ...(cut.date ? { date: cut.date } : {}),
    ...(cut.client ? { client: cut.client } : {}),
  };
}

export function CvPaste({ id, onTake }: { id: string; onTake: (works: Work[]) => void }) {
  const { t } = useTranslation('profiles');
  const paste = useDraft<Paste>(`cv.${id}`, empty);
  const { open, text, found } = paste.value;
  const cut = useCvCut();
  const find = () =>
    cut.mutate(text, {
      onSuccess: (answer) =>
        paste.change({
          found: (answer.works ?? []).map((one) => ({ work: workOf(one), quote: one.quote, take: true })),
        }),
    });
  const taken = (found ?? []).filter((one) => one.take);
  if (!open) {
    return (
      <div>
        <Button
          variant="default"
          leftSection={<IconClipboardText size={18} stroke={1.75} aria-hidden="true" />}
          onClick={() => paste.change({ open: true })}
        >
          {t('cv.open')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.fieldset}>
      <Textarea
        label={t('cv.label')}
        description={t('cv.help')}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={100000}
        value={text}
        onChange={(event) => paste.change({ text: event.currentTarget.value })}
      />
      {cut.isError ? <ErrorPanel error={cut.error} kept={t('form.kept')} /> : null}
      <div className={classes.bar}>
        <Button variant="default" onClick={find} loading={cut.isPending} disabled={text.trim() === ''}>
          {t('cv.find')}
        </Button>
        <Button variant="subtle" onClick={() => paste.forget()}>
          {t('cv.close')}
        </Button>
      </div>
      {found?.length === 0 ? <Callout tone="warning">{t('cv.none')}</Callout> : null}
      {found && found.length > 0 ? (
        <>
          <p role="status">{t('cv.found', { count: found.length })}</p>
          <ul className={classes.works}>
            {found.map((one, i) => (
              <FoundWork
                // biome-ignore lint/suspicious/noArrayIndexKey: found works have no id and are never moved
                key={i}
                found={one}
                onChange={(next) => paste.change({ found: found.map((old, j) => (j === i ? next : old)) })}
              />
            ))}
          </ul>
          <div>
            <Button
              disabled={taken.length === 0}
              onClick={() => {
                onTake(taken.map((one) => one.work));
                paste.forget();
                showDone(t('cv.taken', { count: taken.length }));
              }}
            >
              {t('cv.take', { count: taken.length })}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}

function FoundWork({ found, onChange }: { found: Found; onChange: (next: Found) => void }) {
  const { t } = useTranslation('profiles');
  const [editing, setEditing] = useState(false);
  const quoteId = useId();
  const { work, quote, take } = found;
  const title = both(work.title);
  const name = title.ko || title.en || t('works.untitled');
  return (
    <li className={classes.work}>
      <div className={classes.workHead}>
        <div>
          <Checkbox
            label={<strong>{name}</strong>}
            description={[work.client, work.date].filter(Boolean).join(' · ')}
            aria-describedby={quoteId}
            checked={take}
            onChange={(event) => onChange({ ...found, take: event.currentTarget.checked })}
          />
        </div>
        <Button
          variant="subtle"
          aria-expanded={editing}
          aria-label={t(editing ? 'works.closeName' : 'works.editName', { name })}
          onClick={() => setEditing(!editing)}
        >
          {t(editing ? 'works.close' : 'works.edit')}
        </Button>
      </div>
      <blockquote id={quoteId} className={classes.quote}>
        {quote}
      </blockquote>
      {editing ? (
        <WorkFields
          work={work}
          onChange={(part) => onChange({ ...found, work: { ...work, ...part } as Work })}
        />
      ) : null}
    </li>
  );
}
