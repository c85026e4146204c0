// Tests Apollo Client with its normalized cache: stored operations by POST and as automatic persisted queries by GET, and
// pagination with relayStylePagination.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { buildSchema, isAbstractType } from "graphql";
import { LISTS, SCHEMA, noting, operations, prove, sameAsPlain, url, whole } from "./operations.mjs";

const schema = buildSchema(fs.readFileSync(SCHEMA, "utf8"));
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

function client(link) {
  const cache = new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: { fields: { nations: relayStylePagination(["filter", "orderBy"]) } },
      Mission: { fields: { personnelCounts: relayStylePagination(["filter", "orderBy"]) } },
    },
  });
  return new ApolloClient({ link, cache });
}

const byPost = (operation) => async () => {
  const { data } = await client(new HttpLink({ uri: url() })).query({
    query: operation.document,
    variables: operation.variables,
  });
  await sameAsPlain(operation, data);
};

const byHash = (operation) => async () => {
  const { sent, fetching } = noting();
  const http = new HttpLink({ uri: url(), fetch: fetching });
  const persisted = new PersistedQueryLink({ sha256, useGETForHashedQueries: true });
  const apollo = client(ApolloLink.from([persisted, http]));
  const ask = () =>
    apollo.query({ query: operation.document, variables: operation.variables, fetchPolicy: "network-only" });
  await ask();
  sent.length = 0;
  const { data } = await ask();
  // The link falls back to the full text, so that a server without persisted queries would go unnoticed.
  assert.deepEqual(sent, ["GET by hash"], "the second request must contain only the hash");
  await sameAsPlain(operation, data);
};

const paged = (list) => async () => {
  const apollo = client(new HttpLink({ uri: url() }));
  const question = { query: list.document, variables: { first: list.first } };
  let connection = list.connection((await apollo.query(question)).data);
  const query = apollo.watchQuery({ ...question, fetchPolicy: "cache-first" });
  // Without a subscriber, fetchMore() does not merge further pages.
  const subscription = query.subscribe(() => {});
  try {
    let pages = 1;
    while (connection.pageInfo.hasNextPage && pages <= connection.totalCount) {
      await query.fetchMore({ variables: { after: connection.pageInfo.endCursor } });
      // Read the cache: the watcher is notified later.
      connection = list.connection(apollo.readQuery(question));
      pages++;
    }
    const ids = connection.edges.map(({ node }) => node.id);
    whole(ids, connection.totalCount);
    assert.ok(pages > 1, "the list must have more than one page");
  } finally {
    subscription.unsubscribe();
  }
};

const all = operations();
await prove("Apollo Client by POST", all.map((each) => [each.name, byPost(each)]));
await prove("Apollo Client by persisted queries", all.map((each) => [each.name, byHash(each)]));
await prove("Apollo Client by pages", LISTS.map((each) => [each.name, paged(each)]));
