/** Adding one institution. */
import { NewPage } from './NewPage';

export default function NewInstitution() {
  return <NewPage kind="institutions" />;
}
