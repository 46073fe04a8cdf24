/** Adding one expert. */
import { NewPage } from './NewPage';

export default function NewExpert() {
  return <NewPage kind="experts" />;
}
