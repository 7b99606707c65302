package dev.plantwright.shell.help;

import java.util.List;
import java.util.Optional;

/** A block of a help page. */
sealed interface Block {
  /** How a span is set. */
  enum Style {
    PLAIN,
    BOLD,
    ITALIC,
    CODE
  }

  /**
   * A piece of text in one style.
   *
   * @param link where it leads: {@code tags.md}, {@code command:site.deploy}
   */
  record Span(String text, Style style, Optional<String> link) {}

  /** A heading; level 1 is the title of the page. */
  record Heading(int level, List<Span> spans) implements Block {}

  record Paragraph(List<Span> spans) implements Block {}

  /**
   * A list.
   *
   * @param first number of the first item; 0: bullets
   */
  record Items(int first, List<List<Span>> items) implements Block {}

  /** A table; each row has as many cells as the header. */
  record Table(List<List<Span>> header, List<List<List<Span>>> rows) implements Block {}

  record Code(String text) implements Block {}

  /** Text of spans without their styles. */
  static String plain(List<Span> spans) {
    StringBuilder text = new StringBuilder();
    spans.forEach(s -> text.append(s.text()));
    return text.toString();
  }
}
