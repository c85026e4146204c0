// Fragments of components: paginated lists that Relay must be able to refetch on their own, and an object that is
// refetched by its id.
import { graphql } from "relay-runtime";

export const nations = graphql`
  fragment listsNations on Query
  @refetchable(queryName: "listsNationsPage")
  @argumentDefinitions(
    count: { type: "Int", defaultValue: 50 }
    cursor: { type: "String" }
    filter: { type: "NationFilter" }
  ) {
    nations(first: $count, after: $cursor, filter: $filter) @connection(key: "lists_nations") {
      totalCount
      edges {
        node {
          id
          ...listsNation
        }
      }
    }
  }
`;

export const nation = graphql`
  fragment listsNation on Nation @refetchable(queryName: "listsNationAgain") {
    id
    code
    name
  }
`;

export const counts = graphql`
  fragment listsCounts on Mission
  @refetchable(queryName: "listsCountsPage")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    personnelCounts(first: $count, after: $cursor) @connection(key: "lists_personnelCounts") {
      totalCount
      edges {
        node {
          id
          total
        }
      }
    }
  }
`;

// a list of the same kind from its end
export const newestCounts = graphql`
  fragment listsNewestCounts on Nation
  @refetchable(queryName: "listsNewestCountsPage")
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }) {
    personnelCounts(last: $count, before: $cursor) @connection(key: "lists_newest_personnelCounts") {
      totalCount
      edges {
        node {
          id
          total
        }
      }
    }
  }
`;

export const contributors = graphql`
  fragment listsContributors on Mission
  @refetchable(queryName: "listsContributorsPage")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }, on: { type: "Date" }) {
    contributors(first: $count, after: $cursor, on: $on) @connection(key: "lists_contributors", filters: ["on"]) {
      totalCount
      reportedOn
      edges {
        rank
        total
        node {
          id
          ...listsNation
        }
      }
    }
  }
`;

export const screen = graphql`
  query listsQuery($acronym: String!, $code: String!) {
    ...listsNations
    mission(acronym: $acronym) {
      id
      ...listsCounts
      ...listsContributors
    }
    nation(code: $code) {
      id
      ...listsNation
      ...listsNewestCounts
    }
  }
`;
