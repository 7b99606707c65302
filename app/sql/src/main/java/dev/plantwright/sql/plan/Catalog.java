package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The streams and tables that statements may name. */
public interface Catalog {
  /** The definition of a stream or table of exactly that name. */
  Optional<Statement.Create> find(String name);

  /** All names, for suggestions. */
  Collection<String> names();

  /** A catalog of these definitions; the last of a name counts. */
  static Catalog of(Collection<Statement.Create> definitions) {
    Map<String, Statement.Create> byName = new LinkedHashMap<>();
    definitions.forEach(definition -> byName.put(definition.name(), definition));
    Map<String, Statement.Create> copy = Map.copyOf(byName);
    return new Catalog() {
      @Override
      public Optional<Statement.Create> find(String name) {
        return Optional.ofNullable(copy.get(name));
      }

      @Override
      public Collection<String> names() {
        return copy.keySet();
      }
    };
  }
}
