/** Short names of time zones. Browsers print "GMT+9" for most of Asia; people write KST. */
const fixed: Record<string, string> = {
  'Asia/Seoul': 'KST',
  'Asia/Tokyo': 'JST',
  'Asia/Singapore': 'SGT',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Taipei': 'TST',
  'Asia/Shanghai': 'CST',
  'Asia/Manila': 'PHT',
  'Asia/Kuala_Lumpur': 'MYT',
  'Asia/Bangkok': 'ICT',
  'Asia/Ho_Chi_Minh': 'ICT',
  'Asia/Saigon': 'ICT',
  'Asia/Jakarta': 'WIB',
  'Asia/Kolkata': 'IST',
  'Asia/Calcutta': 'IST',
  'Asia/Dubai': 'GST',
  'Asia/Riyadh': 'AST',
  UTC: 'UTC',
};

/** Locales whose data names the zones of their region, in the order they are asked. */
const locales = ['en-GB', 'en-US', 'en-AU', 'en-NZ', 'en-CA'];

/** `KST`, `SGT`, `CET` in winter and `CEST` in summer; `UTC+7` where no short name is in use. */
export function zoneName(zone: string, at: Date): string {
  const known = fixed[zone];
  if (known) return known;
  let offset = zone;
  for (const locale of locales) {
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
      .formatToParts(at)
      .find((p) => p.type === 'timeZoneName')?.value;
    if (name && !/^(GMT|UTC)[+-]/.test(name)) return name;
    if (name) offset = name.replace('GMT', 'UTC');
  }
  return offset;
}

/** The browser's zone, or the programme's where the browser does not tell. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Seoul';
}
