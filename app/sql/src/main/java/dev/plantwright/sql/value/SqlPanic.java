package dev.plantwright.sql.value;

/** What makes the product stop the whole rule; ours stops it with the same words. */
public final class SqlPanic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SqlPanic(String message) {
    super(message, null, false, false);
  }
}
