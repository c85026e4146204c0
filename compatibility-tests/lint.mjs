// Lints the committed schema with graphql-eslint (recommended and Relay rules) and graphql-schema-linter (all rules).
// Each deviation from the recommended configuration has its reason.
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
      // graphql-java prints short descriptions in single quotation marks.
      "@graphql-eslint/description-style": ["error", { style: "inline" }],
      // Pages, payloads and value objects have no ids.
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
      // Contributors are a ranking, which supports forward pagination only. Relay allows it.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      // Short lists without pages, such as the hosts of a mission, contain the objects themselves.
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
});

const results = await eslint.lintFiles([schema]);
assert.equal(results.length, 1, "graphql-eslint did not read the schema");
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
  console.log("Schema linters: no findings.");
}
