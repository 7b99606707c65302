package dev.plantwright.shell.settings;

import dev.plantwright.api.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
  private final Map<String, ReadOnlyBooleanWrapper> isChosen = new HashMap<>();
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

  /** Whether the user chose the value; otherwise it is the initial one. */
  public ReadOnlyBooleanProperty chosen(Setting<?> setting) {
    return isChosen
        .computeIfAbsent(
            setting.id(), id -> new ReadOnlyBooleanWrapper(usable(setting).isPresent()))
        .getReadOnlyProperty();
  }

  /** What the file says for a setting that cannot have such a value. */
  public Optional<String> refused(Setting<?> setting) {
    return Optional.ofNullable(chosen.get(setting.id()))
        .filter(node -> usable(setting).isEmpty())
        .map(JsonNode::toString);
  }

  private Object read(Setting<?> setting) {
    return usable(setting).orElse(setting.initial());
  }

  private Optional<Object> usable(Setting<?> setting) {
    return Optional.ofNullable(chosen.get(setting.id()))
        .flatMap(node -> convert(node, setting.initial()))
        .filter(value -> setting.choices().isEmpty() || setting.choices().contains(value));
  }

  private static Optional<Object> convert(JsonNode node, Object initial) {
    return switch (initial) {
      case Boolean b when node.isBoolean() -> Optional.of(node.booleanValue());
      case Integer i when node.isInt() -> Optional.of(node.intValue());
      case Double d when node.isNumber() -> Optional.of(node.doubleValue());
      case String s when node.isString() -> Optional.of(node.stringValue());
      default -> Optional.empty();
    };
  }

  public <T> void set(Setting<T> setting, T value) {
    value(setting);
    chosen(setting);
    chosen.put(setting.id(), JSON.valueToTree(value));
    isChosen.get(setting.id()).set(true);
    shown.get(setting.id()).set(value);
    changed.run();
  }

  /** Forgets what the user chose: the initial value again. */
  public <T> void reset(Setting<T> setting) {
    value(setting);
    chosen(setting);
    chosen.remove(setting.id());
    isChosen.get(setting.id()).set(false);
    shown.get(setting.id()).set(setting.initial());
    changed.run();
  }
}
