// Generates TypeScript from the schema and all stored operations by graphql-codegen, and compiles it in strict mode.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescript from "@graphql-codegen/typescript";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse } from "graphql";
import { SCHEMA, operations } from "./operations.mjs";

const require = createRequire(import.meta.url);
const folder = new URL("generated/types/", import.meta.url);
const sdl = fs.readFileSync(SCHEMA, "utf8");
const all = operations();

/** Generates one TypeScript file and returns its path. */
async function generated(name, documents, pluginMap) {
  const filename = fileURLToPath(new URL(name, folder));
  const text = await codegen({
    filename,
    schema: parse(sdl),
    schemaAst: buildSchema(sdl),
    documents,
    // Rejects scalars without a type instead of using any.
    config: { strictScalars: true, scalars: { Date: "string", DateTime: "string" } },
    plugins: Object.keys(pluginMap).map((plugin) => ({ [plugin]: {} })),
    pluginMap,
  });
  for (const { location } of documents) {
    const operation = location.replace(/\.graphql$/, "");
    const typed = `export const ${operation}Document = .* as unknown as DocumentNode<${operation}Query, `;
    assert.match(text, new RegExp(typed), `${operation} has no typed document`);
  }
  fs.writeFileSync(filename, text);
  return filename;
}

fs.mkdirSync(folder, { recursive: true });
const documents = all.map(({ name, document }) => ({ location: `${name}.graphql`, document }));
// Two files: since version 6 the operations plugin generates all types it needs, which would duplicate those of the schema.
const files = [
  await generated("schema.ts", [], { typescript }),
  await generated("operations.ts", documents, { typescriptOperations, typedDocumentNode }),
];

const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022"];
const tsc = spawnSync(process.execPath, [require.resolve("typescript/lib/tsc.js"), ...options, ...files], {
  stdio: "inherit",
});
if (tsc.status !== 0) {
  console.log("TypeScript rejects the generated code.");
  process.exit(1);
}
console.log(`TypeScript: ${all.length} of ${all.length} operations`);
