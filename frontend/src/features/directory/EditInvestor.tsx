/** Changing the record of one investor. */
import { EditPage } from './EditPage';

export default function EditInvestor() {
  return <EditPage kind="investors" />;
}
