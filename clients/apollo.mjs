// Apollo Client with its normalising cache: the stored operations by POST and as automatic persisted queries by GET,
// and pages as its own policy for Relay's connections joins them.
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
  // a server without persisted queries is sent the text again, and nobody would notice
  assert.deepEqual(sent, ["GET by hash"], "the second time is not by its hash alone");
  await sameAsPlain(operation, data);
};

const paged = (list) => async () => {
  const apollo = client(new HttpLink({ uri: url() }));
  const question = { query: list.document, variables: { first: list.first } };
  let connection = list.connection((await apollo.query(question)).data);
  const query = apollo.watchQuery({ ...question, fetchPolicy: "cache-first" });
  // a query that nobody watches does not take further pages in
  const subscription = query.subscribe(() => {});
  try {
    let pages = 1;
    while (connection.pageInfo.hasNextPage && pages <= connection.totalCount) {
      await query.fetchMore({ variables: { after: connection.pageInfo.endCursor } });
      // the watcher is told a moment later
      connection = list.connection(apollo.readQuery(question));
      pages++;
    }
    const ids = connection.edges.map(({ node }) => node.id);
    whole(ids, connection.totalCount);
    assert.ok(pages > 1, "one page proves nothing");
  } finally {
    subscription.unsubscribe();
  }
};

const all = operations();
await prove("Apollo Client by POST", all.map((each) => [each.name, byPost(each)]));
await prove("Apollo Client by persisted queries", all.map((each) => [each.name, byHash(each)]));
await prove("Apollo Client by pages", LISTS.map((each) => [each.name, paged(each)]));
