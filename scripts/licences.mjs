// Collects the licences of everything that ships: Go modules linked into the
// binary and npm packages bundled into the page. Writes NOTICE; with --check it
// fails when NOTICE is out of date or a licence is not one we may ship.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const allowed = new Set(["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MPL-2.0", "OFL-1.1", "0BSD", "Unlicense", "CC0-1.0", "BlueOak-1.0.0"]);
const marks = [
  ["Apache-2.0", /Apache License\s+Version 2\.0/i],
  ["MPL-2.0", /Mozilla Public License,? v(ersion|\.) ?2\.0/i],
  ["BSD-3-Clause", /Redistribution and use[\s\S]*(Neither the name|names? of (its|the) contributors)/i],
  ["BSD-2-Clause", /Redistribution and use/i],
  ["ISC", /Permission to use, copy, modify, and(\/or)? distribute/i],
  ["MIT", /Permission is hereby granted, free of charge/i],
  ["Unlicense", /This is free and unencumbered software/i],
  ["CC0-1.0", /CC0 1\.0/i],
];

function licenceIn(dir) {
  const file = readdirSync(dir).find((f) => /^(licen[cs]e|copying|unlicense)/i.test(f));
  if (!file) return "none found";
  const text = readFileSync(join(dir, file), "utf8");
  return marks.find(([, mark]) => mark.test(text))?.[0] ?? "unknown";
}

function goModules() {
  const list = execFileSync("go", ["list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./server"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  return [...new Set(list.split("\n").filter(Boolean))].map((line) => {
    const [name, version, dir] = line.split("\t");
    return { name, version, licence: licenceIn(dir) };
  });
}

function npmPackages() {
  const lock = JSON.parse(readFileSync(join(root, "frontend/package-lock.json"), "utf8"));
  return Object.entries(lock.packages)
    .filter(([path, p]) => path.startsWith("node_modules/") && !p.dev && !p.devOptional && !p.optional)
    .map(([path, p]) => {
      const dir = join(root, "frontend", path);
      const own = existsSync(join(dir, "package.json")) ? JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) : {};
      return { name: path.replace(/^.*node_modules\//, ""), version: p.version, licence: p.license ?? own.license ?? "none found" };
    });
}

const may = (licence) => licence.replace(/[()]/g, "").split(/ OR /).some((l) => l.split(/ AND /).every((x) => allowed.has(x)));
const sections = [["Go modules linked into the binary", goModules()], ["Packages bundled into the page", npmPackages()]];
let text = "Jumpup\nCopyright the Jumpup authors\n\nThis product is licensed under the Apache License 2.0 (LICENSE). It contains:\n";
const refused = [];
for (const [title, items] of sections) {
  text += `\n${title}\n`;
  for (const i of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    text += `  ${i.name} ${i.version} (${i.licence})\n`;
    if (!may(i.licence)) refused.push(`${i.name} ${i.version}: ${i.licence}`);
  }
}
text += "\nThe full texts lie in each package's own folder of its source archive.\n";

const file = join(root, "NOTICE");
if (refused.length > 0) console.error(`licences that may not ship:\n  ${refused.join("\n  ")}`);
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("NOTICE is out of date; run: node scripts/licences.mjs");
  process.exit(1);
}
process.exit(refused.length > 0 ? 1 : 0);
