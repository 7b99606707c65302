package dev.plantwright.sql.plan;

/**
 * Options of a rule that change its plan.
 *
 * @param eventTime time comes from the rows
 * @param lateTolerance how long to wait for late rows, in milliseconds
 * @param sendNull members that are null stay in the result
 * @param sendMetadata results carry the metadata of their message
 */
public record PlanOptions(
    boolean eventTime, long lateTolerance, boolean sendNull, boolean sendMetadata) {
  public static final PlanOptions DEFAULT = new PlanOptions(false, 1000, false, false);
}
