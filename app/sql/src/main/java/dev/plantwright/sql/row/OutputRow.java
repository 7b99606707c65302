package dev.plantwright.sql.row;

import dev.plantwright.sql.value.GoJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row of a result; immutable. Members are in the order of their names. */
public final class OutputRow implements GoJson.JsonForm {
  private final String[] names;
  private final Object[] values;

  /**
   * A row of members.
   *
   * @param names in {@link GoJson#MEMBER_ORDER}; not changed afterwards
   * @param values beside them; {@link Row#MISSING} for members left out
   */
  public OutputRow(String[] names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  /** A row of the members of a map. */
  public static OutputRow of(Map<String, Object> members) {
    String[] names = members.keySet().toArray(String[]::new);
    java.util.Arrays.sort(names, GoJson.MEMBER_ORDER);
    Object[] values = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      values[i] = members.get(names[i]);
    }
    return new OutputRow(names, values);
  }

  /** Members by name, in order. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      if (values[i] != Row.MISSING) {
        members.put(names[i], values[i]);
      }
    }
    return members;
  }

  public boolean isEmpty() {
    for (Object value : values) {
      if (value != Row.MISSING) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void writeJson(StringBuilder json) {
    json.append('{');
    boolean first = true;
    for (int i = 0; i < names.length; i++) {
      if (values[i] != Row.MISSING) {
        if (!first) {
          json.append(',');
        }
        first = false;
        GoJson.writeString(json, names[i]);
        json.append(':');
        GoJson.write(json, values[i]);
      }
    }
    json.append('}');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutputRow row && row.members().equals(members());
  }

  @Override
  public int hashCode() {
    return members().hashCode();
  }

  @Override
  public String toString() {
    return GoJson.of(this);
  }
}
