package dev.plantwright.sql.ast;

import java.util.Map;
import java.util.Optional;

/**
 * Options of a stream, as written behind {@code WITH}.
 *
 * @param values upper-case option name to its text, in the order written; {@code KIND} and {@code
 *     VERSION} in lower case
 */
public record StreamOptions(Map<String, String> values) {
  public static final StreamOptions NONE = new StreamOptions(Map.of());

  /** A value that was given and is not empty. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(text -> !text.isEmpty());
  }

  public String datasource() {
    return values.getOrDefault("DATASOURCE", "");
  }

  public boolean isTrue(String name) {
    return "TRUE".equalsIgnoreCase(values.get(name));
  }
}
