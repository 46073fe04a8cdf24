import assert from 'node:assert/strict';
import { axe } from '../axe.mjs';
import { scenario } from '../scenario.mjs';

scenario(
  'an invitation is peeked without being spent, accepted by a button, and signs in again',
  async ({ open, server }) => {
    const staff = await open({ as: 'coordinator', at: '/people' });
    await staff.getByRole('button', { name: '초대하기' }).click();
    const dialog = staff.getByRole('dialog');
    await dialog
      .getByLabel(/소속 기업/)
      .first()
      .click();
    await staff.getByRole('option').first().click();
    await dialog.getByRole('textbox', { name: '이메일' }).fill('new.person@company.example');
    await dialog.getByRole('button', { name: '초대 링크 만들기' }).click();
    const link = await staff.locator('code').filter({ hasText: '/link#' }).textContent();
    assert.ok(link, 'a link is shown');

    const guest = await open({ lang: 'ko', at: '/sign-in' });
    await guest.goto(link);
    await guest.getByRole('heading', { name: '초대를 받으셨습니다' }).waitFor();
    await guest.goto('about:blank');
    await guest.goto(link); // looked at twice, still good
    await guest.getByLabel('새 비밀번호').fill('short');
    await guest.getByRole('button', { name: '초대 수락' }).click();
    await guest.getByLabel('새 비밀번호').fill('단단한 비밀번호 열네자');
    await guest.getByRole('button', { name: '초대 수락' }).click();
    await guest.getByRole('heading', { name: '오늘 할 일' }).waitFor();

    const again = await open({ lang: 'ko', at: '/sign-in' });
    await again.getByLabel('이메일').fill('new.person@company.example');
    await again.locator('input[autocomplete="current-password"]').fill('틀린 비밀번호입니다');
    await again.getByRole('button', { name: '로그인' }).click();
    await again.getByText('이메일이나 비밀번호가 맞지 않습니다.').waitFor();
    await again.locator('input[autocomplete="current-password"]').fill('단단한 비밀번호 열네자');
    await again.getByRole('button', { name: '로그인' }).click();
    await again.getByRole('heading', { name: '오늘 할 일' }).waitFor();
    const dead = await open({ lang: 'ko', at: '/sign-in' });
    await dead.goto(link);
    await dead.getByRole('heading', { name: '쓸 수 없는 링크입니다' }).waitFor();
    assert.ok(server.address);
  },
);

for (const lang of ['ko', 'en']) {
  scenario(`the doors are clean for axe (${lang})`, async ({ open }) => {
    const page = await open({ lang, at: '/sign-in' });
    for (const at of ['/sign-in', '/forgotten', '/link']) {
      await page.goto(new URL(at, page.url()).href);
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      await axe(page, `${at} in ${lang}`);
    }
  });
}
