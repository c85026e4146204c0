// Starts GraphiQL for the endpoint beside its own page: nothing here knows the path that the service has.
const endpoint = new URL('../graphql', window.location.href);
const live = new URL(endpoint);
live.protocol = endpoint.protocol === 'https:' ? 'wss:' : 'ws:';

// What is edited is kept in the address, to be shared.
const parameters = new URLSearchParams(window.location.search);

function keep(name) {
  return (value) => {
    if (value) {
      parameters.set(name, value);
    } else {
      parameters.delete(name);
    }
    window.history.replaceState(null, '', '?' + parameters);
  };
}

function given(name) {
  return parameters.get(name) || undefined;
}

ReactDOM.render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: endpoint.href, subscriptionUrl: live.href }),
    query: given('query'),
    variables: given('variables'),
    headers: given('headers'),
    operationName: given('operationName'),
    onEditQuery: keep('query'),
    onEditVariables: keep('variables'),
    onEditHeaders: keep('headers'),
    onEditOperationName: keep('operationName'),
    defaultQuery: '',
    defaultEditorToolsVisibility: true,
    isHeadersEditorEnabled: true,
    headerEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
  document.getElementById('graphiql'),
);
