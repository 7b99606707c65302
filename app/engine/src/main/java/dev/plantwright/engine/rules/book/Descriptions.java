package dev.plantwright.engine.rules.book;

import dev.plantwright.sql.ast.ColumnDefinition;
import dev.plantwright.sql.ast.DataType;
import dev.plantwright.sql.ast.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Streams as the product shows them. */
public final class Descriptions {
  private static final Map<String, String> OPTION_NAMES =
      Map.of(
          "CONF_KEY", "confKey",
          "STRICT_VALIDATION", "strictValidation",
          "TIMESTAMP_FORMAT", "timestampFormat",
          "RETAIN_SIZE", "retainSize");

  private Descriptions() {}

  /** The answer to a description over REST. */
  public static Map<String, Object> json(Statement.Create create) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Name", create.name());
    json.put("StreamFields", create.hasSchema() ? fields(create.columns()) : null);
    json.put("Options", options(create));
    json.put("StreamType", create.kind() == Statement.Kind.STREAM ? 0 : 1);
    json.put("Statement", null);
    return json;
  }

  private static List<Map<String, Object>> fields(List<ColumnDefinition> columns) {
    List<Map<String, Object>> fields = new ArrayList<>();
    for (ColumnDefinition column : columns) {
      Map<String, Object> field = new LinkedHashMap<>();
      field.put("FieldType", type(column.type()));
      field.put("Name", column.name());
      fields.add(field);
    }
    return fields;
  }

  private static Object type(DataType type) {
    return switch (type) {
      case DataType.Basic basic -> basic.shown();
      case DataType.ArrayOf(DataType element) ->
          Map.of("Type", "array", "FieldType", type(element));
      case DataType.Struct(var columns) ->
          Map.of("Type", "struct", "StreamFields", fields(columns));
    };
  }

  private static Map<String, Object> options(Statement.Create create) {
    Map<String, Object> options = new LinkedHashMap<>();
    create
        .options()
        .values()
        .forEach(
            (name, text) -> {
              String shown = OPTION_NAMES.getOrDefault(name, name.toLowerCase(Locale.ROOT));
              switch (name) {
                case "SHARED", "STRICT_VALIDATION", "TEMP" -> {
                  if (text.equalsIgnoreCase("TRUE")) {
                    options.put(shown, true);
                  }
                }
                case "RETAIN_SIZE" -> options.put(shown, Long.parseLong(text));
                default -> {
                  if (!text.isEmpty()) {
                    options.put(shown, text);
                  }
                }
              }
            });
    return options;
  }

  /** The answer to the question for a stream's schema; null when it has none. */
  public static Map<String, Object> schema(List<ColumnDefinition> columns) {
    if (columns.isEmpty()) {
      return null;
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    columns.forEach(column -> schema.put(column.name(), member(column.type())));
    return schema;
  }

  private static Map<String, Object> member(DataType type) {
    Map<String, Object> member = new LinkedHashMap<>();
    switch (type) {
      case DataType.Basic basic -> member.put("type", basic.shown());
      case DataType.ArrayOf(DataType element) -> {
        member.put("type", "array");
        member.put("items", member(element));
      }
      case DataType.Struct(var columns) -> {
        member.put("type", "struct");
        member.put("properties", schema(columns));
      }
    }
    member.put("index", 0);
    return member;
  }

  /** The text of {@code DESCRIBE STREAM}. */
  static String text(Statement.Create create) {
    StringBuilder text = new StringBuilder("Fields\n" + "-".repeat(80) + "\n");
    for (ColumnDefinition column : create.columns()) {
      text.append(column.name()).append('\t').append(typeText(column.type())).append('\n');
    }
    text.append('\n');
    create
        .options()
        .values()
        .forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  private static String typeText(DataType type) {
    return switch (type) {
      case DataType.Basic basic -> basic.shown();
      case DataType.ArrayOf(DataType element) -> "array(" + typeText(element) + ")";
      case DataType.Struct(var columns) ->
          "struct("
              + String.join(
                  ", ", columns.stream().map(c -> c.name() + " " + typeText(c.type())).toList())
              + ")";
    };
  }
}
