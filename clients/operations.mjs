// The stored operations as clients send them, and what every client is asked to prove with them.
import assert from "node:assert/strict";
import fs from "node:fs";
import { parse } from "graphql";

export const SCHEMA = new URL("../src/main/graphql/schema.graphql", import.meta.url);
const FOLDER = new URL("../src/test/resources/operations/", import.meta.url);

/** What operations cannot do without, as in StoredOperationsTest. Ids are the same in every database. */
const VARIABLES = {
  BattalionTree: { name: "IndKazBat" },
  MissionProfile: { acronym: "UNIFIL" },
  NationByCode: { code: "KAZ" },
  NodeById: { id: "TmF0aW9uOktBWg" },
  Search: { text: "kaz" },
  SourceCounts: { key: "astana-times-2018" },
  StrengthSeries: { nation: "KAZ" },
};

/** A connection at the root, larger than a page, and one of an object, beside a page size that makes several pages. */
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

/** The service's address, which the script hands on. */
export function url() {
  assert.ok(process.env.SERVICE_URL, "SERVICE_URL must name the service, such as http://localhost:8080/graphql");
  return process.env.SERVICE_URL;
}

/** Runs what a client is to prove; goes on after a failure, so that one run tells all. */
export async function prove(title, proofs) {
  let failed = 0;
  for (const [name, proof] of proofs) {
    try {
      await proof();
    } catch (error) {
      failed++;
      // what differs can be a whole answer
      console.log(`${title}, ${name}: ${error.message.split("\n").slice(0, 12).join("\n")}`);
    }
  }
  console.log(`${title}: ${proofs.length - failed} of ${proofs.length}`);
  if (failed > 0 || proofs.length === 0) {
    process.exitCode = 1;
  }
}

/**
 * Checks what a client made of an answer against the answer itself, asked for by nothing but fetch: a cache that took
 * two objects for one, because they share an id, would show here.
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

/** Without the type names that clients add to every selection. */
function untyped(value) {
  return JSON.parse(JSON.stringify(value, (key, each) => (key === "__typename" ? undefined : each)));
}

/** Nothing is repeated and nothing lost over the pages of a list. */
export function whole(ids, totalCount) {
  assert.equal(new Set(ids).size, ids.length, "a row is repeated");
  assert.equal(ids.length, totalCount, "rows are not as many as totalCount");
}

/** A fetch that notes what is sent. */
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
