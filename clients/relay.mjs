// Relay: its compiler accepts paged and refetched fragments on the committed schema, and its runtime then joins the
// service's pages in its store, forwards and backwards, and asks an object again over node.
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

// the compiler leaves what it made before, which would hide that it makes nothing now
fs.rmSync(generated, { recursive: true, force: true });
fs.mkdirSync(generated, { recursive: true });
// what it makes is CommonJS
fs.writeFileSync(new URL("../package.json", generated), '{ "type": "commonjs" }\n');
const compiler = spawnSync(process.execPath, [require.resolve("relay-compiler/cli.js"), "relay.config.json"], {
  cwd: fileURLToPath(new URL(".", import.meta.url)),
  encoding: "utf8",
});
if (compiler.status !== 0) {
  console.log(compiler.stdout, compiler.stderr);
  console.log("Relay's compiler refuses the fragments.");
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
    // the runtime takes what there is, and says nothing
    assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
    return answer;
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}

/** What a component is given: the data of a fragment, masked, from the store. */
function read(relay, name, parent) {
  assert.ok(parent, `there is nothing to read ${name} of`);
  const { data, isMissingData } = relay.lookup(getSelector(artifact(name), parent));
  assert.ok(data && !isMissingData, `the store has not all of ${name}`);
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

/** Loads page after page as usePaginationFragment does, by what the compiler notes of the fragment. */
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
  assert.ok(pages >= atLeast, "one page proves nothing");
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
  // there are none until a report has been imported
  ["a mission's contributors", paged("listsContributors", (data) => data.mission, "contributors", ({ id }) => id, 1)],
  ["a nation over node", again],
]);
