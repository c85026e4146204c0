// Compares the schema with an earlier one by graphql-inspector and fails on breaking changes. The earlier schema is that of
// the commit BASE; by default, of the merge base with main, or on main of the previous commit. To accept a breaking change,
// commit it and set BASE=HEAD.
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
    return commit(process.env.BASE) ?? fail(`BASE=${process.env.BASE} is not a commit.`);
  }
  const main = commit("origin/main") ?? commit("main");
  // The merge base, because newer commits on main are not removals by this branch.
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
  console.log("There is no earlier schema. Breaking changes were not checked.");
  process.exit();
}
const changes = await diff(buildSchema(before), buildSchema(fs.readFileSync(SCHEMA, "utf8")));
for (const { criticality, message } of changes) {
  if (criticality.level !== CriticalityLevel.NonBreaking) {
    console.log(`${criticality.level}: ${message}`);
  }
}
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking).length;
console.log(`Schema changes since ${base.slice(0, 7)}: ${changes.length}, breaking: ${breaking}.`);
if (breaking > 0) {
  process.exitCode = 1;
}
