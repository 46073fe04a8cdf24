// Signs in through the product's own door: the one-time link that the server
// printed, pressed once per role and server; later pages reuse the sign-in.
const signIns = new Map();

/** The stored sign-in of a role, for a browser context. */
export async function signInOf(browser, server, role) {
  const key = `${server.address} ${role}`;
  if (!signIns.has(key)) signIns.set(key, spend(browser, server, role));
  return signIns.get(key);
}

async function spend(browser, server, role) {
  const link = server.links[role];
  if (!link) throw new Error(`the server printed no link for ${role}`);
  const context = await browser.newContext({ locale: 'ko-KR' });
  try {
    const page = await context.newPage();
    await page.goto(link);
    await page.locator('form button[type=submit]').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/link'));
    return await context.storageState();
  } finally {
    await context.close();
  }
}
