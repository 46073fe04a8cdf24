// Reads test results on standard input, prints what failed and was skipped, and
// appends "passed failed skipped" to the file named first. Formats: `go` (go
// test -json lines) and `lines` (lines that begin with "ok ", "FAIL " or "skip ").
import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [file, format] = process.argv.slice(2);
const count = { pass: 0, fail: 0, skip: 0 };
const output = new Map();

function go(line) {
  let e;
  try {
    e = JSON.parse(line);
  } catch {
    console.log(line); // build errors come as plain text
    return;
  }
  const name = `${e.Package ?? e.ImportPath} ${e.Test ?? ""}`.trim();
  if (e.Action === "output" || e.Action === "build-output") {
    output.set(name, (output.get(name) ?? "") + e.Output);
  } else if (e.Action === "build-fail") {
    count.fail++;
    console.log(`FAIL ${name} does not build\n${output.get(name) ?? ""}`);
  } else if (e.Action in count) {
    if (e.Test) count[e.Action]++;
    else if (e.Action === "fail") {
      count.fail++;
      console.log(`FAIL ${name}\n${output.get(name) ?? ""}`);
    } else if (e.Action === "pass") console.log(`ok   ${name} ${e.Elapsed ?? 0}s`);
    if (e.Test && e.Action === "fail") console.log(`FAIL ${name}\n${output.get(name) ?? ""}`);
    if (e.Test && e.Action === "skip") {
      console.log(`skip ${name}: ${(output.get(name) ?? "").replace(/^(=== .*|--- SKIP.*)\n/gm, "").trim()}`);
    }
    output.delete(name);
  }
}

function lines(line) {
  console.log(line);
  if (line.startsWith("ok ")) count.pass++;
  else if (line.startsWith("FAIL ")) count.fail++;
  else if (line.startsWith("skip ")) count.skip++;
}

const read = format === "go" ? go : lines;
for await (const line of createInterface({ input: process.stdin })) read(line);
appendFileSync(file, `${count.pass} ${count.fail} ${count.skip}\n`);
process.exit(count.fail > 0 ? 1 : 0);
