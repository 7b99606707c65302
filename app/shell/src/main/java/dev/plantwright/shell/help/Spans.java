package dev.plantwright.shell.help;

import dev.plantwright.shell.help.Block.Span;
import dev.plantwright.shell.help.Block.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of one block: {@code `code`}, {@code **bold**}, {@code *italic*}, {@code
 * [text](target)} and a backslash before a sign that is meant as it is. A mark that is not closed
 * is text.
 */
final class Spans {
  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();
  private int at;

  private Spans(String text) {
    this.text = text;
  }

  static List<Span> parse(String text) {
    Spans spans = new Spans(text);
    while (spans.at < text.length()) {
      spans.next();
    }
    spans.flush();
    return List.copyOf(spans.spans);
  }

  private void next() {
    char c = text.charAt(at);
    boolean taken =
        switch (c) {
          case '\\' -> escaped();
          case '`' -> marked("`", Style.CODE);
          case '*' -> marked("**", Style.BOLD) || marked("*", Style.ITALIC);
          case '[' -> link();
          default -> false;
        };
    if (!taken) {
      plain.append(c);
      at++;
    }
  }

  private boolean escaped() {
    if (at + 1 < text.length() && "\\`*[]|_#-".indexOf(text.charAt(at + 1)) >= 0) {
      plain.append(text.charAt(at + 1));
      at += 2;
      return true;
    }
    return false;
  }

  private boolean marked(String mark, Style style) {
    int start = at + mark.length();
    int end = text.startsWith(mark, at) ? text.indexOf(mark, start + 1) : -1;
    if (end < 0 || (style != Style.CODE && Character.isWhitespace(text.charAt(start)))) {
      return false;
    }
    add(text.substring(start, end), style, Optional.empty());
    at = end + mark.length();
    return true;
  }

  private boolean link() {
    int close = text.indexOf("](", at);
    int end = close < 0 ? -1 : text.indexOf(')', close);
    if (end < 0) {
      return false;
    }
    add(text.substring(at + 1, close), Style.PLAIN, Optional.of(text.substring(close + 2, end)));
    at = end + 1;
    return true;
  }

  private void add(String words, Style style, Optional<String> link) {
    flush();
    spans.add(new Span(words, style, link));
  }

  private void flush() {
    if (!plain.isEmpty()) {
      spans.add(new Span(plain.toString(), Style.PLAIN, Optional.empty()));
      plain.setLength(0);
    }
  }
}
