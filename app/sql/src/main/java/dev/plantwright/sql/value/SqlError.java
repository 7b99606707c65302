package dev.plantwright.sql.value;

/**
 * A row could not be evaluated; the rule goes on with the next one.
 *
 * <p>The message is the one eKuiper gives. Thrown once a row, so it carries no stack trace.
 */
public final class SqlError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean complete;

  public SqlError(String message) {
    this(message, false);
  }

  private SqlError(String message, boolean complete) {
    super(message, null, false, false);
    this.complete = complete;
  }

  /** An error to which a call adds no name of its function. */
  public static SqlError complete(String message) {
    return new SqlError(message, true);
  }

  /** The same error with words before it. */
  public SqlError in(String prefix) {
    return new SqlError(prefix + getMessage());
  }

  /** The same error as one of a function. */
  public SqlError ofCall(String function) {
    return complete ? new SqlError(getMessage()) : in("call func " + function + " error: ");
  }
}
