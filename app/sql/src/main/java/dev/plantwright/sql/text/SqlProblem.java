package dev.plantwright.sql.text;

/**
 * One mistake in a statement, as a value.
 *
 * @param severity errors keep a statement from running, warnings do not
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param length of what is wrong, in UTF-16 units; at least 1
 * @param code short and stable, upper case, such as {@code SQL-SYNTAX}
 * @param message one sentence that says what is wrong and what to do
 * @param productText the words in which eKuiper says the same, for its REST door
 */
public record SqlProblem(
    Severity severity,
    int line,
    int column,
    int length,
    String code,
    String message,
    String productText) {

  /** How much a problem matters. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public static SqlProblem error(
      String text, Span span, String code, String message, String productText) {
    return at(Severity.ERROR, text, span, code, message, productText);
  }

  public static SqlProblem warning(String text, Span span, String code, String message) {
    return at(Severity.WARNING, text, span, code, message, message);
  }

  /** What the language has and this engine does not have yet. */
  public static SqlProblem notSupported(String text, Span span, String what) {
    SqlProblem bare = error(text, span, "SQL-NOT-SUPPORTED", "", "");
    String message =
        "not supported yet: %s, line %d column %d".formatted(what, bare.line(), bare.column());
    return error(text, span, "SQL-NOT-SUPPORTED", message, message);
  }

  private static SqlProblem at(
      Severity severity, String text, Span span, String code, String message, String productText) {
    int start = Math.min(span.start(), text.length());
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < start; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int length = Math.max(1, span.length());
    return new SqlProblem(
        severity, line, start - lineStart + 1, length, code, message, productText);
  }
}
