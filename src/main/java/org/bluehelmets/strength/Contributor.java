package org.bluehelmets.strength;

/**
 * A nation that contributes somebody.
 *
 * @param nation its surrogate key
 * @param code its ISO 3166-1 alpha-3 code, which orders contributors of equal totals
 * @param rank 1 for the largest; equal totals share a rank, and the next one is as far down as if they did not
 * @param women null where gender is not reported
 * @param men null where gender is not reported
 * @param share of all contributors' total, 0 to 1
 */
public record Contributor(long nation, String code, int rank, int total, Integer women, Integer men, double share) {}
