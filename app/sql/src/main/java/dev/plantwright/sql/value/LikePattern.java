package dev.plantwright.sql.value;

/** Patterns of {@code LIKE}. */
public final class LikePattern {
  private LikePattern() {}

  /**
   * The regular expression of a pattern. Only {@code %}, {@code _} and the back-slash are
   * translated: other signs keep the meaning they have in regular expressions.
   */
  public static String expression(String pattern) {
    String body = pattern.replace("\\", "\\\\").replace("%", ".*").replace("_", ".");
    return "^" + body + "$";
  }
}
