// The stored operations, and the checks that the tests of all clients share.
import assert from "node:assert/strict";
import fs from "node:fs";
import { parse } from "graphql";

export const SCHEMA = new URL("../src/main/graphql/schema.graphql", import.meta.url);
const FOLDER = new URL("../src/test/resources/operations/", import.meta.url);

/** Required variables of the operations, as in StoredOperationsTest. Ids are the same in every database. */
const VARIABLES = {
  BattalionTree: { name: "IndKazBat" },
  MissionProfile: { acronym: "UNIFIL" },
  NationByCode: { code: "KAZ" },
  NodeById: { id: "TmF0aW9uOktBWg" },
  Search: { text: "kaz" },
  SourceCounts: { key: "astana-times-2018" },
  StrengthSeries: { nation: "KAZ" },
};

/** A root connection and a connection of an object, each with a page size that results in several pages. */
export const LISTS = [
  {
    name: "nations",
    first: 50,
    document: parse(`query Nations($first: Int!, $after: String) {
      nations(first: $first, after: $after) { ...Page }
    }
    fragment Page on NationConnection {
      totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor }
    }`),
    connection: (data) => data.nations,
  },
  {
    name: "UNIFIL's personnelCounts",
    first: 2,
    document: parse(`query Counts($first: Int!, $after: String) {
      mission(acronym: "UNIFIL") { id personnelCounts(first: $first, after: $after) { ...Page } }
    }
    fragment Page on PersonnelCountConnection {
      totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor }
    }`),
    connection: (data) => data.mission.personnelCounts,
  },
];

export function operations() {
  const files = fs.readdirSync(FOLDER).filter((file) => file.endsWith(".graphql"));
  assert.notEqual(files.length, 0, "there are no stored operations");
  return files.sort().map((file) => {
    const name = file.replace(/\.graphql$/, "");
    const text = fs.readFileSync(new URL(file, FOLDER), "utf8");
    return { name, text, document: parse(text), variables: VARIABLES[name] ?? {} };
  });
}

/** The URL of the endpoint, which .ci/check-compatibility sets. */
export function url() {
  assert.ok(process.env.SERVICE_URL, "SERVICE_URL must name the service, such as http://localhost:8080/graphql");
  return process.env.SERVICE_URL;
}

/** Runs the named tests of a client and reports all failures. */
export async function prove(title, proofs) {
  let failed = 0;
  for (const [name, proof] of proofs) {
    try {
      await proof();
    } catch (error) {
      failed++;
      // The message can contain two whole responses.
      console.log(`${title}, ${name}: ${error.message.split("\n").slice(0, 12).join("\n")}`);
    }
  }
  console.log(`${title}: ${proofs.length - failed} of ${proofs.length}`);
  if (failed > 0 || proofs.length === 0) {
    process.exitCode = 1;
  }
}

/**
 * Compares the data that a client returns with the response to a plain fetch. Fails, for example, if the client's cache
 * merges two objects that share an id.
 */
export async function sameAsPlain(operation, data) {
  const response = await fetch(url(), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: operation.text, variables: operation.variables }),
  });
  const answer = await response.json();
  assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
  assert.ok(data, "no data");
  for (const [field, value] of Object.entries(answer.data)) {
    assert.notEqual(value, null, `${field} is null`);
  }
  assert.deepEqual(untyped(data), untyped(answer.data));
}

/** Removes the type names that clients add to every selection. */
function untyped(value) {
  return JSON.parse(JSON.stringify(value, (key, each) => (key === "__typename" ? undefined : each)));
}

/** Checks that the pages of a list contain each row once. */
export function whole(ids, totalCount) {
  assert.equal(new Set(ids).size, ids.length, "a row is repeated");
  assert.equal(ids.length, totalCount, "the number of rows must equal totalCount");
}

/** A fetch function that records the form of each request. */
export function noting() {
  const sent = [];
  const fetching = (address, init) => {
    const method = init?.method ?? "GET";
    const parameters = new URL(address).searchParams;
    const query = method === "GET" ? parameters.has("query") : "query" in JSON.parse(init.body);
    sent.push(query ? method : `${method} by hash`);
    return fetch(address, init);
  };
  return { sent, fetching };
}
