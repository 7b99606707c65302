package dev.plantwright.sql.value;

/**
 * A row could not be evaluated; the rule goes on with the next one.
 *
 * <p>The message is the one eKuiper gives. Thrown once a row, so it carries no stack trace.
 */
public final class SqlError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SqlError(String message) {
    super(message, null, false, false);
  }
}
