package dev.plantwright.sql.format;

import dev.plantwright.sql.ast.ColumnDefinition;
import dev.plantwright.sql.ast.DataType;
import dev.plantwright.sql.value.GoText;
import dev.plantwright.sql.value.SqlError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The value at which a parser stands. */
final class JsonValues {
  private final boolean wholeNumbersAsIntegers;

  JsonValues(boolean wholeNumbersAsIntegers) {
    this.wholeNumbersAsIntegers = wholeNumbersAsIntegers;
  }

  /** Without a schema: numbers are floats. */
  Object any(JsonParser parser) {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> wholeNumbersAsIntegers ? integer(parser) : parser.getDoubleValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case START_ARRAY -> list(parser);
      case START_OBJECT -> map(parser);
      default -> throw new SqlError("unexpected " + parser.currentToken() + " in JSON");
    };
  }

  private List<Object> list(JsonParser parser) {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(any(parser));
    }
    return list;
  }

  private Map<String, Object> map(JsonParser parser) {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      map.put(name, any(parser));
    }
    return map;
  }

  /** With a schema: the value as the column's type, or an error. */
  Object typed(JsonParser parser, String name, DataType type) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    return switch (type) {
      case DataType.Basic basic -> basic(parser, name, basic);
      case DataType.ArrayOf(DataType element) -> array(parser, name, element);
      case DataType.Struct(List<ColumnDefinition> columns) -> struct(parser, name, columns);
    };
  }

  private Object basic(JsonParser parser, String name, DataType.Basic type) {
    JsonToken token = parser.currentToken();
    boolean number = token.isNumeric();
    boolean text = token == JsonToken.VALUE_STRING;
    return switch (type) {
      case BIGINT -> number ? integer(parser) : wrong(parser, name, "bigint");
      case FLOAT -> number ? parser.getDoubleValue() : wrong(parser, name, "float");
      case STRING ->
          text
              ? parser.getString()
              : number ? GoText.of(parser.getDoubleValue()) : wrong(parser, name, "string");
      case BOOLEAN -> bool(parser, name);
      case DATETIME ->
          text
              ? parser.getString()
              : number ? parser.getDoubleValue() : wrong(parser, name, "datetime");
      case BYTEA -> text ? bytes(parser.getString()) : wrong(parser, name, "bytea");
    };
  }

  private static Object integer(JsonParser parser) {
    String text = parser.getString();
    int digits = text.startsWith("-") ? 1 : 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    if (digits < text.length()) {
      throw new SqlError(
          "unparsed tail left after parsing int64 form %s: %s"
              .formatted(GoText.quoted(text), GoText.quoted(text.substring(digits))));
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new SqlError(
          "strconv.ParseInt: parsing " + GoText.quoted(text) + ": value out of range");
    }
  }

  private static Object bool(JsonParser parser, String name) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    if (token.isNumeric()) {
      return parser.getDoubleValue() != 0;
    }
    if (token != JsonToken.VALUE_STRING) {
      return wrong(parser, name, "boolean");
    }
    String text = parser.getString();
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> true;
      case "0", "f", "F", "FALSE", "false", "False" -> false;
      default ->
          throw new SqlError(
              "strconv.ParseBool: parsing " + GoText.quoted(text) + ": invalid syntax");
    };
  }

  private static Object bytes(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private Object array(JsonParser parser, String name, DataType element) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return wrong(parser, name, "array");
    }
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(typed(parser, "array", element));
    }
    return list;
  }

  private Object struct(JsonParser parser, String name, List<ColumnDefinition> columns) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return wrong(parser, name, "struct");
    }
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      var column = columns.stream().filter(c -> c.name().equals(member)).findFirst();
      if (column.isPresent()) {
        map.put(member, typed(parser, member, column.get().type()));
      } else {
        parser.skipChildren();
      }
    }
    return map;
  }

  private static Object wrong(JsonParser parser, String name, String expected) {
    String found =
        switch (parser.currentToken()) {
          case VALUE_STRING -> "string";
          case VALUE_TRUE -> "true";
          case VALUE_FALSE -> "false";
          case START_ARRAY -> "array";
          case START_OBJECT -> "object";
          default -> "number";
        };
    throw new SqlError("%s has wrong type:%s, expect:%s".formatted(name, found, expected));
  }
}
