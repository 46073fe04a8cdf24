/** Publishing a draft: a name, a reason, and a word when nobody looked at its effect. */
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toProblem } from '@/lib/api/problem';
import { Callout } from '@/ui/base/Callout';
import { Dialog } from '@/ui/base/Dialog';
import { ErrorPanel } from '@/ui/base/ErrorPanel';
import { showDone } from '@/ui/base/toast';
import { type Draft, usePublish } from './api';

export interface PublishProps {
  opened: boolean;
  onClose: () => void;
  draft: Draft;
  base: number;
  previewed: boolean;
}

export function Publish({ opened, onClose, draft, base, previewed }: PublishProps) {
  const { t } = useTranslation('weights');
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const publish = usePublish();
  const stale = publish.isError && toProblem(publish.error).code === 'stale';
  return (
    <Dialog opened={opened} onClose={onClose} title={t('publish.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // The page starts anew with the new version, so that what follows must not hang on it.
          publish.mutateAsync({ ...draft, base, name: name.trim(), note: note.trim() }).then(
            (made) => {
              onClose();
              showDone(t('publish.done', { version: made.version }));
            },
            () => undefined,
          );
        }}
      >
        <Stack>
          {previewed ? null : <Callout tone="warning">{t('publish.unseen')}</Callout>}
          {stale ? <Callout tone="warning">{t('publish.stale')}</Callout> : null}
          {publish.isError && !stale ? <ErrorPanel error={publish.error} kept={t('effect.kept')} /> : null}
          <TextInput
            label={t('publish.name')}
            placeholder={t('publish.nameExample')}
            required
            maxLength={200}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t('publish.note')}
            maxLength={2000}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={publish.isPending} disabled={name.trim() === ''}>
              {t('publish.verb')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
