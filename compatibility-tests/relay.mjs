// Tests Relay: the compiler accepts @refetchable fragments with connections on the committed schema, and the runtime
// merges pages in its store, forwards and backwards, and refetches an object by node(id:).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import runtime from "relay-runtime";
import { prove, url, whole } from "./operations.mjs";

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery, getSelector } = runtime;
const require = createRequire(import.meta.url);
const generated = new URL("generated/relay/", import.meta.url);

// Delete earlier output: it would hide that the compiler generates nothing.
fs.rmSync(generated, { recursive: true, force: true });
fs.mkdirSync(generated, { recursive: true });
// The generated modules are CommonJS.
fs.writeFileSync(new URL("../package.json", generated), '{ "type": "commonjs" }\n');
const compiler = spawnSync(process.execPath, [require.resolve("relay-compiler/cli.js"), "relay.config.json"], {
  cwd: fileURLToPath(new URL(".", import.meta.url)),
  encoding: "utf8",
});
if (compiler.status !== 0) {
  console.log(compiler.stdout, compiler.stderr);
  console.log("The Relay compiler rejects the fragments.");
  process.exit(1);
}
const artifact = (name) => require(fileURLToPath(new URL(`${name}.graphql.js`, generated)));

const sent = [];
function environment() {
  const network = Network.create(async (request, variables) => {
    sent.push(request.name);
    const response = await fetch(url(), {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: request.text, variables }),
    });
    const answer = await response.json();
    // The runtime ignores errors if there is data.
    assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
    return answer;
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}

/** Reads the data of a fragment from the store, as a component receives it. */
function read(relay, name, parent) {
  assert.ok(parent, `${name} has no parent`);
  const { data, isMissingData } = relay.lookup(getSelector(artifact(name), parent));
  assert.ok(data && !isMissingData, `data of ${name} is missing in the store`);
  return data;
}

async function screen(relay) {
  const query = artifact("listsQuery");
  const variables = { acronym: "UNIFIL", code: "KAZ" };
  const operation = createOperationDescriptor(query, variables);
  relay.retain(operation);
  await fetchQuery(relay, query, variables).toPromise();
  return relay.lookup(operation.fragment).data;
}

/** Loads all pages as usePaginationFragment does, by the metadata of the compiled fragment. */
const paged = (name, parent, field, id, atLeast) => async () => {
  const relay = environment();
  const owner = parent(await screen(relay));
  const { connection, operation, identifierInfo } = artifact(name).metadata.refetch;
  const { count, cursor } = connection.forward ?? connection.backward;
  const size = artifact(name).argumentDefinitions.find((each) => each.name === count).defaultValue;
  const next = ({ pageInfo }) =>
    connection.forward ? pageInfo.hasNextPage && pageInfo.endCursor : pageInfo.hasPreviousPage && pageInfo.startCursor;
  let list = read(relay, name, owner)[field];
  let pages = 1;
  for (; next(list) && pages <= list.totalCount; pages++) {
    const identifier = identifierInfo ? { [identifierInfo.identifierQueryVariableName]: id(owner) } : {};
    await fetchQuery(relay, operation, { [count]: size, [cursor]: next(list), ...identifier }).toPromise();
    list = read(relay, name, owner)[field];
  }
  whole(list.edges.map(({ node }) => node.id), list.totalCount);
  assert.ok(pages >= atLeast, "the list must have more than one page");
};

const again = async () => {
  const relay = environment();
  const data = await screen(relay);
  const before = read(relay, "listsNation", data.nation);
  sent.length = 0;
  const { operation, fragmentPathInResult } = artifact("listsNation").metadata.refetch;
  const answer = await fetchQuery(relay, operation, { id: before.id }).toPromise();
  assert.deepEqual(sent, ["listsNationAgain"]);
  assert.deepEqual(read(relay, "listsNation", answer[fragmentPathInResult[0]]), before);
};

await prove("Relay", [
  ["nations", paged("listsNations", (data) => data, "nations", undefined, 2)],
  ["a mission's counts", paged("listsCounts", (data) => data.mission, "personnelCounts", ({ id }) => id, 2)],
  ["a nation's newest counts", paged("listsNewestCounts", (data) => data.nation, "personnelCounts", ({ id }) => id, 2)],
  // Empty until a report has been imported.
  ["a mission's contributors", paged("listsContributors", (data) => data.mission, "contributors", ({ id }) => id, 1)],
  ["a nation over node", again],
]);
