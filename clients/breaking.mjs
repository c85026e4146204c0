// graphql-inspector compares the schema of this working tree with an earlier one: what would break clients fails.
// That is the one of the commit that BASE names; without BASE, of the last commit shared with main, and on main itself
// of the commit before. A break that is meant is passed by BASE=HEAD once it is committed.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";
import { SCHEMA } from "./operations.mjs";

const FILE = "src/main/graphql/schema.graphql";

function git(...words) {
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  try {
    return execFileSync("git", words, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}

const commit = (ref) => git("rev-parse", "--verify", "--quiet", `${ref}^{commit}`)?.trim();

function earlier() {
  if (process.env.BASE) {
    // one that is asked for must be there
    return commit(process.env.BASE) ?? fail(`BASE=${process.env.BASE} is no commit.`);
  }
  const main = commit("origin/main") ?? commit("main");
  // where main has gone on meanwhile, what it has more is nothing that this tree took away
  const shared = main && git("merge-base", "HEAD", main)?.trim();
  return shared && shared !== commit("HEAD") ? shared : commit("HEAD~1");
}

function fail(sentence) {
  console.log(sentence);
  process.exit(1);
}

const base = earlier();
const before = base && git("show", `${base}:${FILE}`);
if (!before) {
  console.log("There is no earlier schema here: what would break clients was not looked for.");
  process.exit();
}
const changes = await diff(buildSchema(before), buildSchema(fs.readFileSync(SCHEMA, "utf8")));
for (const { criticality, message } of changes) {
  if (criticality.level !== CriticalityLevel.NonBreaking) {
    console.log(`${criticality.level}: ${message}`);
  }
}
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).length;
console.log(`The schema since ${base.slice(0, 7)}: ${changes.length} changes, ${breaking} of them breaking.`);
if (breaking > 0) {
  process.exitCode = 1;
}
