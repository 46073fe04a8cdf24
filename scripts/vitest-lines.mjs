// Turns vitest's JSON report into one "ok", "FAIL" or "skip" line a test.
import { existsSync, readFileSync } from "node:fs";

const file = process.argv[2];
if (!existsSync(file)) {
  console.log("FAIL page: unit tests gave no report");
} else {
  for (const suite of JSON.parse(readFileSync(file, "utf8")).testResults) {
    const where = suite.name.replace(/^.*\/src\//, "");
    if (suite.assertionResults.length === 0) console.log(`FAIL page: ${where} ${suite.message}`);
    for (const t of suite.assertionResults) {
      const mark = t.status === "passed" ? "ok  " : t.status === "failed" ? "FAIL" : "skip";
      console.log(`${mark} page: ${where} ${t.fullName} ${t.failureMessages.join("\n")}`.trimEnd());
    }
  }
}
