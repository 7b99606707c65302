package dev.plantwright.plugins.rules.complete;

/**
 * Something that can be written where the caret is.
 *
 * @param shown in the list
 * @param insert what is written
 * @param back how far the caret goes back from its end, such as 1 into parentheses
 * @param type such as {@code FLOAT} or {@code keyword}
 * @param detail where it comes from and its present value
 */
public record Proposal(
    Kind kind, String shown, String insert, int back, String type, String detail) {
  /** What it is, in the order in which equals are listed. */
  public enum Kind {
    COLUMN("mdi2t-tag-outline"),
    STREAM("mdi2w-waves"),
    FUNCTION("mdi2f-function-variant"),
    KEYWORD("mdi2c-console-line");

    private final String icon;

    Kind(String icon) {
      this.icon = icon;
    }

    String icon() {
      return icon;
    }
  }

  static Proposal column(Column column, String text) {
    String now = column.now().isEmpty() ? "" : ", " + column.now() + " now";
    return new Proposal(Kind.COLUMN, text, text, 0, column.type(), column.stream() + now);
  }

  static Proposal stream(Known.Stream stream) {
    return new Proposal(
        Kind.STREAM, stream.name(), Column.quoted(stream.name()), 0, "stream", stream.source());
  }

  static Proposal keyword(String word) {
    return new Proposal(Kind.KEYWORD, word, word, 0, "keyword", "");
  }
}
