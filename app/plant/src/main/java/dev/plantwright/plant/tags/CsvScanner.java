package dev.plantwright.plant.tags;

import dev.plantwright.plant.text.Lines;
import dev.plantwright.plant.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into records of cells (RFC 4180) and keeps the place of each. Lines that are empty
 * or start with {@code #} are no records.
 */
final class CsvScanner {
  /**
   * One record.
   *
   * @param span without its line break
   */
  record Line(List<Cell> cells, Span span) {}

  private final String text;
  private final Lines lines;
  private final List<CsvFault> faults = new ArrayList<>();
  private int at;

  CsvScanner(String text) {
    this.text = text;
    this.lines = Lines.of(text);
  }

  List<CsvFault> faults() {
    return faults;
  }

  List<Line> records() {
    List<Line> records = new ArrayList<>();
    while (at < text.length()) {
      int end = lineEnd(at);
      if (text.charAt(at) == '#' || text.substring(at, end).isBlank()) {
        at = end;
      } else {
        records.add(record());
      }
      lineBreak();
    }
    return records;
  }

  private Line record() {
    int start = at;
    List<Cell> cells = new ArrayList<>();
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    return new Line(cells, new Span(start, at));
  }

  private Cell cell() {
    int start = at;
    String value = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    return new Cell(value, new Span(start, at), lines.line(start), lines.column(start));
  }

  private String plain() {
    int start = at;
    int end = lineEnd(at);
    int comma = text.indexOf(',', at);
    at = comma < 0 ? end : Math.min(comma, end);
    return text.substring(start, at);
  }

  private String quoted() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        return afterQuote(value);
      }
    }
    return endless(start);
  }

  /** What stands between a closing quote and the next comma is kept and complained about. */
  private String afterQuote(StringBuilder value) {
    int here = at;
    String rest = plain();
    if (!rest.isEmpty()) {
      fault(here, "Text after the closing quote. Put the whole cell into quotes.");
    }
    return value.append(rest).toString();
  }

  /** A quote that is never closed ends with its line, so that the other lines can be read. */
  private String endless(int start) {
    fault(start, "This quote is never closed. Close it, or write a quote in a cell twice.");
    at = start;
    return plain();
  }

  private void fault(int offset, String message) {
    faults.add(new CsvFault(lines.line(offset), lines.column(offset), message));
  }

  /** Where the line of an offset ends, before its line feed or carriage return and line feed. */
  private int lineEnd(int offset) {
    int feed = text.indexOf('\n', offset);
    int end = feed < 0 ? text.length() : feed;
    return feed > offset && text.charAt(feed - 1) == '\r' ? end - 1 : end;
  }

  private void lineBreak() {
    int feed = text.indexOf('\n', at);
    at = feed < 0 ? text.length() : feed + 1;
  }
}
