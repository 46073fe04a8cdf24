/**
 * Dialogs of the house. They are Mantine's, with what it leaves out: a named close button in the page's
 * language, and a head that is no second banner of the page.
 */
import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const head = { role: 'presentation' };

/** A dialog in the middle of the screen. */
export function Dialog(props: ModalProps) {
  const { t } = useTranslation('ui');
  return (
    <Modal
      {...props}
      closeButtonProps={{ 'aria-label': t('close'), ...props.closeButtonProps }}
      attributes={{ header: head, ...props.attributes }}
    />
  );
}

/** A dialog at the side, for reading beside the work. */
export function Sheet(props: DrawerProps) {
  const { t } = useTranslation('ui');
  return (
    <Drawer
      {...props}
      closeButtonProps={{ 'aria-label': t('close'), ...props.closeButtonProps }}
      attributes={{ header: head, ...props.attributes }}
    />
  );
}
