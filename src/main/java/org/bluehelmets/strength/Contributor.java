package org.bluehelmets.strength;

/**
 * A contributing country in a report.
 *
 * @param nation its surrogate key
 * @param code its ISO 3166-1 alpha-3 code; sorts contributors with equal totals
 * @param rank 1 for the largest; equal totals share a rank, and the following ranks are skipped
 * @param women null if the report does not give gender
 * @param men null if the report does not give gender
 * @param share of all contributors' total, 0 to 1
 */
public record Contributor(long nation, String code, int rank, int total, Integer women, Integer men, double share) {}
