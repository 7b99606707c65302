package dev.plantwright.shell.settings;

import dev.plantwright.api.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Values the user chose, by setting id; the text of {@code settings.json}. FX thread. */
public final class SettingsStore {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, ReadOnlyObjectWrapper<Object>> shown = new HashMap<>();
  private final Map<String, JsonNode> chosen = new TreeMap<>();
  private final Runnable changed;

  /**
   * @param changed called after a value was set
   */
  public SettingsStore(Runnable changed) {
    this.changed = changed;
  }

  /**
   * Takes over what a file says. Settings nobody knows (yet) stay in it.
   *
   * @return whether the text could be read; if not nothing is taken over
   */
  public boolean load(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.isObject()) {
        return false;
      }
      root.properties().forEach(e -> chosen.put(e.getKey(), e.getValue()));
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  public String print() {
    ObjectNode root = JSON.createObjectNode();
    chosen.forEach(root::set);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /** The value now and later; the initial one while the chosen one has another type. */
  @SuppressWarnings("unchecked")
  public <T> ReadOnlyObjectProperty<T> value(Setting<T> setting) {
    return (ReadOnlyObjectProperty<T>)
        shown
            .computeIfAbsent(setting.id(), id -> new ReadOnlyObjectWrapper<>(read(setting)))
            .getReadOnlyProperty();
  }

  private Object read(Setting<?> setting) {
    JsonNode node = chosen.get(setting.id());
    Object value = node == null ? setting.initial() : convert(node, setting.initial());
    return setting.choices().isEmpty() || setting.choices().contains(value)
        ? value
        : setting.initial();
  }

  private static Object convert(JsonNode node, Object initial) {
    return switch (initial) {
      case Boolean b -> node.isBoolean() ? node.booleanValue() : b;
      case Integer i -> node.isInt() ? node.intValue() : i;
      case Double d -> node.isNumber() ? node.doubleValue() : d;
      case String s -> node.isString() ? node.stringValue() : s;
      default -> initial;
    };
  }

  public <T> void set(Setting<T> setting, T value) {
    value(setting);
    shown.get(setting.id()).set(value);
    chosen.put(setting.id(), JSON.valueToTree(value));
    changed.run();
  }
}
