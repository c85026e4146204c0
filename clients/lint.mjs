// Linters of schemas have nothing to say on the committed one: graphql-eslint, its rules for Relay included, and
// graphql-schema-linter, all rules. What is set otherwise than they suggest, says why.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import graphql from "@graphql-eslint/eslint-plugin";
import { ESLint } from "eslint";
import { SCHEMA } from "./operations.mjs";

const require = createRequire(import.meta.url);
const schema = fileURLToPath(SCHEMA);

const eslint = new ESLint({
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  overrideConfigFile: true,
  overrideConfig: {
    files: ["**/*.graphql"],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema } } },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      ...graphql.configs["flat/schema-relay"].rules,
      // the schema is printed by graphql-java, which writes what fits on a line between single quotation marks
      "@graphql-eslint/description-style": ["error", { style: "inline" }],
      // nodes have ids; pages and payloads have none, nor have values that belong to the object they are asked of
      "@graphql-eslint/strict-id-in-types": [
        "error",
        {
          exceptions: {
            suffixes: ["Connection", "Edge", "Payload"],
            types: [
              "CategoryStrength",
              "Corroboration",
              "Figure",
              "Location",
              "PageInfo",
              "PartialDate",
              "Person",
              "Position",
              "Revision",
              "Strength",
              "StrengthPoint",
              "UserError",
            ],
          },
        },
      ],
      // a league table is read from its top: contributors go forwards only, which Relay allows
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // short lists without pages, such as the hosts of a mission, are lists of the objects themselves
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
});

const results = await eslint.lintFiles([schema]);
assert.equal(results.length, 1, "graphql-eslint has not read the schema");
for (const { line, ruleId, message } of results[0].messages) {
  process.exitCode = 1;
  console.log(`schema.graphql, line ${line}: ${message} (${ruleId})`);
}

const linter = spawnSync(process.execPath, [require.resolve("graphql-schema-linter/lib/cli.js"), schema], {
  stdio: "inherit",
});
if (linter.status !== 0) {
  process.exitCode = 1;
}
if (!process.exitCode) {
  console.log("Linters of the schema: nothing to say.");
}
