package dev.plantwright.sql.format;

import dev.plantwright.sql.ast.ColumnDefinition;
import dev.plantwright.sql.ast.DataType;
import dev.plantwright.sql.row.Row;
import dev.plantwright.sql.row.RowLayout;
import dev.plantwright.sql.value.SqlError;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON messages to rows: straight into slots, without a tree. An object is a row, an array of
 * objects is a row each. One thread at a time.
 */
public final class JsonDecoder {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final RowLayout layout;
  private final Map<String, Integer> slots;
  private final Map<String, ColumnDefinition> declared = new HashMap<>();
  private final JsonValues values;

  /**
   * A decoder for one stream of a plan.
   *
   * @param wholeNumbersAsIntegers numbers without a point become ints where no schema says
   *     otherwise
   */
  public JsonDecoder(RowLayout layout, boolean wholeNumbersAsIntegers) {
    this.layout = layout;
    this.slots = layout.slots();
    layout.schema().forEach(column -> declared.put(column.name(), column));
    this.values = new JsonValues(wholeNumbersAsIntegers);
  }

  /**
   * Decodes a message.
   *
   * @param rows takes each row, in order; none when the message is an empty array
   * @throws SqlError when the message is not JSON of that shape or a column has the wrong type;
   *     then no row was given
   */
  public void decode(
      byte[] message, long timestamp, Map<String, Object> metadata, Consumer<Row> rows) {
    List<Row> decoded = new java.util.ArrayList<>(1);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), message)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          decoded.add(row(parser, timestamp, metadata));
        }
      } else {
        decoded.add(row(parser, timestamp, metadata));
      }
      if (parser.nextToken() != null) {
        throw new SqlError("unexpected text after the JSON value");
      }
    } catch (JacksonException e) {
      throw new SqlError("invalid JSON: " + e.getOriginalMessage());
    }
    decoded.forEach(rows);
  }

  private Row row(JsonParser parser, long timestamp, Map<String, Object> metadata) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new SqlError("only map[string]interface{} and []map[string]interface{} are supported");
    }
    Object[] row = layout.empty();
    Map<String, Object> whole = layout.whole() ? new LinkedHashMap<>() : null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      member(parser, row, whole);
    }
    return new Row(row, whole, timestamp, metadata);
  }

  private void member(JsonParser parser, Object[] row, Map<String, Object> whole) {
    String name = parser.currentName();
    JsonToken token = parser.nextToken();
    Integer slot = slots.get(name);
    if (slot == null && whole == null) {
      parser.skipChildren();
      return;
    }
    ColumnDefinition column = declared.get(name);
    if (!declared.isEmpty() && column == null && token != JsonToken.VALUE_NULL) {
      parser.skipChildren();
      return;
    }
    Object value = column == null ? values.any(parser) : values.typed(parser, name, column.type());
    if (slot != null) {
      row[slot] = value;
    }
    boolean shown = column == null || !(column.type() instanceof DataType.Struct) || value == null;
    if (whole != null && shown) {
      whole.put(name, value);
    }
  }
}
