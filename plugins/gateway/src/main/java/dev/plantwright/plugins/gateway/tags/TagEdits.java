package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.Document;
import dev.plantwright.field.Attributes;
import dev.plantwright.plant.tags.TagRow;
import dev.plantwright.plant.tags.TagTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the user does to a tag table, each a step that can be undone. */
final class TagEdits {
  private final Document<String> document;

  TagEdits(Document<String> document) {
    this.document = document;
  }

  private TagTable table() {
    return TagTable.parse(document.value().get());
  }

  /** Changes one cell; the rest of the file stays as it is, letter by letter. */
  void set(Line.Entry entry, String column, String typed) {
    String text = written(column, typed.strip());
    TagTable table = table();
    int row = entry.row().index();
    if (row < table.rows().size() && !table.value(table.rows().get(row), column).equals(text)) {
      String what = word(column);
      document.edit(
          "Change " + what + " of " + entry.cell("name"), table.with(row, column, text).text());
    }
  }

  private static String word(String column) {
    return switch (column) {
      case "decimal" -> "scale";
      case "attribute" -> "use";
      default -> column;
    };
  }

  /** As the file has it: types in capitals, {@code RW} as Read Write. */
  private static String written(String column, String typed) {
    return switch (column) {
      case "type" -> typed.toUpperCase(Locale.ROOT);
      case "attribute" -> use(typed);
      default -> typed;
    };
  }

  private static String use(String typed) {
    String letters = typed.toUpperCase(Locale.ROOT);
    if (!letters.matches("[RWS]{1,3}")) {
      return typed;
    }
    int read = letters.contains("R") ? 1 : 0;
    int write = letters.contains("W") ? 2 : 0;
    int subscribe = letters.contains("S") ? 4 : 0;
    return new Attributes(read | write | subscribe).words();
  }

  /**
   * Adds a tag after another one like it, or as the first of a group.
   *
   * @return its index among the rows
   */
  int add(Draft draft, String group, Optional<Line.Entry> after) {
    TagTable table = draft.table();
    int at = after.map(e -> e.row().index() + 1).orElseGet(() -> end(table, group));
    Map<String, String> values =
        Map.of(
            "group",
            after.map(Line.Entry::group).orElse(group),
            "name",
            freeName(table),
            "address",
            after.map(e -> draft.addressAfter(e.row())).orElse(""),
            "attribute",
            after.map(e -> e.cell("attribute")).orElse("Read"),
            "type",
            after.map(e -> e.cell("type")).orElse("UINT16"));
    document.edit("Add " + values.get("name"), table.add(at, values).text());
    return at;
  }

  private static int end(TagTable table, String group) {
    return table.rows().stream()
        .filter(row -> table.value(row, "group").equals(group))
        .mapToInt(row -> row.index() + 1)
        .max()
        .orElse(table.rows().size());
  }

  private static String freeName(TagTable table) {
    Set<String> taken =
        table.rows().stream().map(row -> table.value(row, "name")).collect(Collectors.toSet());
    String name = "new_tag";
    for (int i = 2; taken.contains(name); i++) {
      name = "new_tag_" + i;
    }
    return name;
  }

  void remove(List<Line.Entry> entries) {
    TagTable table = table();
    List<Integer> rows =
        entries.stream()
            .map(Line.Entry::row)
            .map(TagRow::index)
            .sorted(Comparator.reverseOrder())
            .toList();
    for (int row : rows) {
      table = table.remove(row);
    }
    if (!rows.isEmpty()) {
      String what =
          rows.size() == 1 ? entries.getFirst().cell("name") : ReadPlan.counted(rows.size(), "tag");
      document.edit("Remove " + what, table.text());
    }
  }
}
