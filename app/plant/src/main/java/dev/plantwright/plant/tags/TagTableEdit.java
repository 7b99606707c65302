package dev.plantwright.plant.tags;

import dev.plantwright.plant.text.Span;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes of the text of a tag table. */
final class TagTableEdit {
  private TagTableEdit() {}

  static TagTable set(TagTable table, int row, String column, String value) {
    TagRow line = table.rows().get(row);
    int at = table.columns().indexOf(column);
    int missing = at - line.cells().size();
    if (missing >= 0) {
      return value.isEmpty()
          ? table
          : splice(
              table,
              new Span(line.span().end(), line.span().end()),
              ",".repeat(missing + 1) + quote(value, false));
    }
    Cell cell = line.cells().get(at);
    return cell.value().equals(value) ? table : splice(table, cell.span(), quote(value, at == 0));
  }

  static TagTable add(TagTable table, int at, Map<String, String> values) {
    String line =
        table.columns().stream()
            .map(c -> quote(values.getOrDefault(c, ""), c.equals(table.columns().getFirst())))
            .collect(Collectors.joining(","));
    String text = table.text();
    String feed = text.contains("\r\n") ? "\r\n" : "\n";
    if (at < table.rows().size()) {
      int start = table.rows().get(at).span().start();
      return splice(table, new Span(start, start), line + feed);
    }
    boolean open = !text.isEmpty() && !text.endsWith("\n");
    return TagTable.parse(text + (open ? feed : "") + line + feed);
  }

  static TagTable remove(TagTable table, int row) {
    Span span = table.rows().get(row).span();
    int feed = table.text().indexOf('\n', span.end());
    return splice(table, new Span(span.start(), feed < 0 ? table.text().length() : feed + 1), "");
  }

  /** Rows that had a cell for each column get an empty one for the new column. */
  static TagTable addColumn(TagTable table, String column) {
    StringBuilder text = new StringBuilder(table.text());
    for (TagRow row : table.rows().reversed()) {
      if (row.cells().size() == table.columns().size()) {
        text.insert(row.span().end(), ",");
      }
    }
    text.insert(table.header().getLast().span().end(), "," + column);
    return TagTable.parse(text.toString());
  }

  private static TagTable splice(TagTable table, Span span, String replacement) {
    String text = table.text();
    return TagTable.parse(
        text.substring(0, span.start()) + replacement + text.substring(span.end()));
  }

  /** Quotes when it must: also a first cell that would be taken for a comment or an empty line. */
  static String quote(String value, boolean first) {
    boolean needed =
        value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            || first && (value.startsWith("#") || value.isBlank() && !value.isEmpty());
    return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
