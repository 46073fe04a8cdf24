/** Changing the record of one expert. */
import { EditPage } from './EditPage';

export default function EditExpert() {
  return <EditPage kind="experts" />;
}
