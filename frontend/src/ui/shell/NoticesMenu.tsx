import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAgo, formatDateTime } from '@/lib/dates/dates';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { Link } from '../base/Link';
import { markNoticesRead, undoNotice, useNotices } from '../base/notices';
import { showFailure } from '../base/toast';
import classes from './tools.module.css';
import type { ServerNotice } from './types';

interface Row extends ServerNotice {
  undo?: boolean;
}

/** News of the programme and the page's own: what was done just now can be undone here too. */
export function NoticesMenu({ notices, onRead }: { notices: ServerNotice[]; onRead?: () => void }) {
  const { t } = useTranslation('ui');
  const [opened, setOpened] = useState(false);
  const local = useNotices().map((notice): Row => ({ ...notice, undo: notice.undo !== undefined }));
  const rows: Row[] = [...local, ...notices].sort((a, b) => b.at.getTime() - a.at.getTime());
  const unread = rows.filter((row) => !row.read).length;

  const change = (open: boolean) => {
    setOpened(open);
    if (!open) {
      markNoticesRead();
      onRead?.();
    }
  };

  return (
    <Popover opened={opened} onChange={change} position="bottom-end" width={360} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={unread > 0 ? t('notices.unread', { count: unread }) : t('notices.title')}
          title={t('notices.title')}
          className={classes.bell}
          data-unread={unread > 0 || undefined}
          onClick={() => change(!opened)}
        >
          <IconBell size={20} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} maw="calc(100vw - 1rem)" aria-label={t('notices.title')}>
        <p className={classes.noticesTitle}>{t('notices.title')}</p>
        {rows.length === 0 ? (
          <p className={classes.noticesEmpty} data-autofocus tabIndex={-1}>
            {t('notices.empty')}
          </p>
        ) : (
          <ul className={classes.notices}>
            {rows.map((row) => (
              <NoticeRow key={row.id} row={row} onChosen={() => change(false)} />
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function NoticeRow({ row, onChosen }: { row: Row; onChosen: () => void }) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  return (
    <li className={classes.notice} data-unread={!row.read || undefined}>
      <div>
        {row.href ? (
          <Link href={row.href} onClick={onChosen}>
            {row.message}
          </Link>
        ) : (
          row.message
        )}
        <time
          dateTime={row.at.toISOString()}
          title={formatDateTime(row.at, language)}
          className={classes.when}
        >
          {formatAgo(row.at, language, new Date())}
        </time>
      </div>
      {row.undo ? (
        <button
          type="button"
          className={classes.undo}
          onClick={() => void undoNotice(row.id).catch((error: unknown) => showFailure(error))}
        >
          {t('undo')}
        </button>
      ) : null}
    </li>
  );
}
