package dev.plantwright.sql.run;

import dev.plantwright.sql.row.Evaluator;
import dev.plantwright.sql.row.Frame;
import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.row.Row;
import dev.plantwright.sql.value.GoJson;
import dev.plantwright.sql.value.SqlError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** From the rows of a plan to the rows of its result. */
public final class Projection {
  private final List<Item> items;
  private final boolean sendNull;
  private final boolean sendMetadata;
  private final boolean dynamic;
  private final String[] names;
  private final int[] places;

  /** One item of a select list. */
  public sealed interface Item {
    /** A column as it is: an explicit null stays. */
    record Plain(String name, int slot) implements Item {}

    /**
     * Anything computed.
     *
     * @param text how error texts name it
     */
    record Computed(String name, boolean visible, Evaluator evaluator, String text)
        implements Item {}

    /**
     * {@code *}.
     *
     * @param nothing it is of a source that does not exist
     */
    record Everything(boolean nothing, List<String> except, List<Computed> replace)
        implements Item {}
  }

  /**
   * A projection.
   *
   * @param sendNull members that are null stay in the result
   * @param sendMetadata adds the member {@code __meta}
   */
  public Projection(List<Item> items, boolean sendNull, boolean sendMetadata) {
    this.items = items;
    this.sendNull = sendNull;
    this.sendMetadata = sendMetadata;
    this.dynamic = sendMetadata || items.stream().anyMatch(Item.Everything.class::isInstance);
    this.names =
        items.stream()
            .filter(Projection::isVisible)
            .map(Projection::name)
            .distinct()
            .sorted(GoJson.MEMBER_ORDER)
            .toArray(String[]::new);
    this.places = items.stream().mapToInt(this::place).toArray();
  }

  private static boolean isVisible(Item item) {
    return !(item instanceof Item.Computed computed) || computed.visible();
  }

  private static String name(Item item) {
    return switch (item) {
      case Item.Plain plain -> plain.name();
      case Item.Computed computed -> computed.name();
      case Item.Everything _ -> "*";
    };
  }

  private int place(Item item) {
    return !isVisible(item)
        ? -1
        : IntStream.range(0, names.length)
            .filter(i -> names[i].equals(name(item)))
            .findFirst()
            .orElse(-1);
  }

  /** The result for the present row of the frame. */
  OutputRow project(Frame frame) {
    Object[] values = new Object[items.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(items.get(i), frame);
    }
    return dynamic ? merged(values, frame) : placed(values);
  }

  private Object value(Item item, Frame frame) {
    return switch (item) {
      case Item.Plain plain -> {
        Object value = frame.row().raw(plain.slot());
        yield value == Row.MISSING && sendNull ? null : value;
      }
      case Item.Computed computed -> computed(computed, frame);
      case Item.Everything everything -> everything(everything, frame);
    };
  }

  private Object computed(Item.Computed item, Frame frame) {
    try {
      Object value = item.evaluator().evaluate(frame);
      return value == null && !sendNull ? Row.MISSING : value;
    } catch (SqlError e) {
      throw e.in("run Select error: " + item.text() + " meet error, err:");
    }
  }

  private Map<String, Object> everything(Item.Everything item, Frame frame) {
    Map<String, Object> members =
        item.nothing() ? new HashMap<>() : new HashMap<>(frame.row().whole());
    members.keySet().removeAll(item.except());
    for (Item.Computed replacement : item.replace()) {
      Object value = computed(replacement, frame);
      if (value != Row.MISSING) {
        members.put(replacement.name(), value);
      }
    }
    return members;
  }

  private OutputRow placed(Object[] values) {
    Object[] row = new Object[names.length];
    java.util.Arrays.fill(row, Row.MISSING);
    for (int i = 0; i < values.length; i++) {
      if (places[i] >= 0) {
        row[places[i]] = values[i];
      }
    }
    return new OutputRow(names, row);
  }

  private OutputRow merged(Object[] values, Frame frame) {
    Map<String, Object> members = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (items.get(i) instanceof Item.Everything) {
        everythingInto(members, (Map<?, ?>) values[i]);
      }
    }
    for (int i = 0; i < values.length; i++) {
      boolean named = !(items.get(i) instanceof Item.Everything) && places[i] >= 0;
      if (named && values[i] != Row.MISSING) {
        members.put(names[places[i]], values[i]);
      }
    }
    if (sendMetadata) {
      members.put("__meta", frame.row().metadata());
    }
    return OutputRow.of(members);
  }

  private static void everythingInto(Map<String, Object> members, Map<?, ?> everything) {
    everything.forEach((name, value) -> members.put((String) name, value));
  }
}
