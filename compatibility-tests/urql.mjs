// Tests urql with its document cache: stored operations by POST and GET, and pagination by cursors.
import assert from "node:assert/strict";
import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { LISTS, noting, operations, prove, sameAsPlain, url, whole } from "./operations.mjs";

function client(preferGetMethod, fetching) {
  return new Client({ url: url(), exchanges: [cacheExchange, fetchExchange], preferGetMethod, fetch: fetching });
}

async function ask(urql, document, variables) {
  const { data, error } = await urql.query(document, variables);
  if (error) {
    throw error;
  }
  return data;
}

const answered = (operation, preferGetMethod, method) => async () => {
  const { sent, fetching } = noting();
  const data = await ask(client(preferGetMethod, fetching), operation.document, operation.variables);
  assert.deepEqual(sent, [method]);
  await sameAsPlain(operation, data);
};

const paged = (list) => async () => {
  const urql = client(false);
  const ids = [];
  let connection;
  let pages = 0;
  do {
    const after = connection?.pageInfo.endCursor;
    connection = list.connection(await ask(urql, list.document, { first: list.first, after }));
    ids.push(...connection.edges.map(({ node }) => node.id));
    pages++;
  } while (connection.pageInfo.hasNextPage && pages <= connection.totalCount);
  whole(ids, connection.totalCount);
  assert.ok(pages > 1, "the list must have more than one page");
};

const all = operations();
await prove("urql by POST", all.map((each) => [each.name, answered(each, false, "POST")]));
// "force": otherwise urql sends long URLs by POST.
await prove("urql by GET", all.map((each) => [each.name, answered(each, "force", "GET")]));
await prove("urql by pages", LISTS.map((each) => [each.name, paged(each)]));
