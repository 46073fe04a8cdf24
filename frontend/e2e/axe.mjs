// Axe over a page as it stands; throws with every violation in words.
import { AxeBuilder } from '@axe-core/playwright';

export async function axe(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  if (violations.length === 0) return;
  const rows = violations.map(
    (v) =>
      `${v.id} (${v.impact}): ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 4)
        .join(' | ')}`,
  );
  throw new Error(`axe on ${what}:\n${rows.join('\n')}`);
}
