// Tests graphql-ws: stored operations over WebSocket, and the events that a subscriber receives while an editor changes data.
// The subscription tests need the editor's token in EDITOR_TOKEN. Without it, they are skipped and no data changes.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { operations, prove, sameAsPlain, url } from "./operations.mjs";

const TOKEN = process.env.EDITOR_TOKEN;
const AUTHORIZATION = `Bearer ${TOKEN}`;
const stored = (path) => fs.readFileSync(new URL(`../src/test/resources/${path}.graphql`, import.meta.url), "utf8");
const CHANGED = stored("subscriptions/PersonnelCountChanged");

/** @param headers headers of the handshake request; browsers cannot set them */
function client(connectionParams, headers) {
  class WithHeaders extends WebSocket {
    constructor(address, protocols) {
      super(address, protocols, { headers });
    }
  }
  return createClient({
    url: url().replace(/^http/, "ws"),
    webSocketImpl: WithHeaders,
    connectionParams,
    retryAttempts: 0,
  });
}

async function once(live, query, variables) {
  for await (const result of live.iterate({ query, variables })) {
    return result;
  }
}

async function changed(live, mutation, variables) {
  const { data, errors } = await once(live, stored(`mutations/${mutation}`), variables);
  assert.equal(errors, undefined, JSON.stringify(errors));
  const [payload] = Object.values(data);
  assert.deepEqual(payload.userErrors, []);
  return payload;
}

const answered = (operation) => async () => {
  const live = client();
  try {
    const { data, errors } = await once(live, operation.text, operation.variables);
    assert.equal(errors, undefined);
    await sameAsPlain(operation, data);
  } finally {
    await live.dispose();
  }
};

const receivesEvents = (connectionParams, headers) => async () => {
  const editor = client(connectionParams, headers);
  const reader = client();
  try {
    const events = reader.iterate({ query: CHANGED, variables: { nation: "KAZ", retracted: true } });
    const received = [];
    const receiving = (async () => {
      for await (const { data } of events) {
        const { version, total, history } = data.personnelCountChanged;
        received.push([version, total, history[0].change]);
        if (received.length === 3) {
          return;
        }
      }
    })();
    // The protocol does not acknowledge a subscription. A later response on the same connection is the best indication.
    await once(reader, "{ __typename }");
    await new Promise((begun) => setTimeout(begun, 500));

    const key = `clients-${process.pid}-${Date.now()}`;
    await changed(editor, "SourceAdd", { input: { key, title: "A client's test", publisher: "Tests" } });
    const input = { source: key, nation: "KAZ", category: "ALL", total: 1, status: "PLANNED", asOf: "2030" };
    const { personnelCount } = await changed(editor, "PersonnelCountRecord", { input });
    const { id } = personnelCount;
    await changed(editor, "PersonnelCountCorrect", { id, version: 1, input: { total: 2, reason: "a test" } });
    await changed(editor, "PersonnelCountRetract", { id, version: 2, reason: "a test" });
    await receiving;
    assert.deepEqual(received, [[1, 1, "RECORDED"], [2, 2, "CORRECTED"], [3, 2, "RETRACTED"]]);
  } finally {
    await editor.dispose();
    await reader.dispose();
  }
};

async function refused() {
  const live = client();
  try {
    const variables = { id: "x", version: 1, reason: "y" };
    await assert.rejects(once(live, stored("mutations/PersonnelCountRetract"), variables), (errors) => {
      assert.equal(errors[0].extensions.code, "UNAUTHENTICATED");
      return true;
    });
    await assert.rejects(once(live, CHANGED, { nation: "XYZ" }), (errors) => {
      assert.equal(errors[0].extensions.code, "BAD_USER_INPUT");
      return true;
    });
  } finally {
    await live.dispose();
  }
}

/** Clients send a message as one frame, whatever its length. */
async function long() {
  const live = client();
  try {
    const { data } = await once(live, `{ __typename }${" ".repeat(90_000)}`);
    assert.deepEqual(data, { __typename: "Query" });
  } finally {
    await live.dispose();
  }
}

await prove("graphql-ws", operations().map((each) => [each.name, answered(each)]));
await prove("graphql-ws, anonymous", [["refused", refused], ["a long document", long]]);
if (TOKEN) {
  await prove("graphql-ws, subscriptions", [
    ["token in the payload", receivesEvents({ Authorization: AUTHORIZATION })],
    ["token in the header", receivesEvents(undefined, { Authorization: AUTHORIZATION })],
  ]);
} else {
  console.log("graphql-ws, subscriptions: skipped, because EDITOR_TOKEN is not set");
}
