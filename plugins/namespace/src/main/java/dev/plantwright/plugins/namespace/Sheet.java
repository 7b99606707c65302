package dev.plantwright.plugins.namespace;

import dev.plantwright.live.Value;
import dev.plantwright.live.rows.Row;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Rows as a spreadsheet takes them: tabs between cells, numbers with full precision. */
final class Sheet {
  private Sheet() {}

  static String of(
      List<Integer> indices,
      IntFunction<Row> row,
      IntFunction<String> path,
      Map<String, Function<Row, String>> columns) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("Topic\t" + String.join("\t", columns.keySet()));
    for (int index : indices) {
      Row shown = row.apply(index);
      StringJoiner line = new StringJoiner("\t");
      line.add(clean(path.apply(shown.row())));
      columns.values().forEach(text -> line.add(clean(text.apply(shown))));
      lines.add(line.toString());
    }
    return lines.toString();
  }

  static String plain(Value value) {
    return switch (value) {
      case Value.Missing() -> "";
      case Value.Whole(long whole) -> Long.toString(whole);
      case Value.Real(double real) -> Double.toString(real);
      case Value.Flag(boolean on) -> Boolean.toString(on);
      case Value.Text(String text) -> text;
      case Value.Binary(long bytes) -> bytes + " bytes";
    };
  }

  private static String clean(String text) {
    return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }
}
