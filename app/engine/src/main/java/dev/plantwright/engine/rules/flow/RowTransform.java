package dev.plantwright.engine.rules.flow;

import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.value.GoJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the common properties of a sink do to an emission.
 *
 * @param sendSingle one message a row, else one a list
 * @param omitIfEmpty drops empty lists, and empty rows of {@code sendSingle}
 * @param fields members to keep, null where missing; empty: all
 */
public record RowTransform(
    boolean sendSingle,
    boolean omitIfEmpty,
    List<String> fields,
    List<String> excludeFields,
    Optional<Template> template) {

  /**
   * The messages of an emission.
   *
   * @throws dev.plantwright.sql.value.SqlError when they cannot be written
   */
  List<Target.Delivery> apply(List<OutputRow> emission, boolean text) {
    List<Map<String, Object>> rows = new ArrayList<>();
    emission.forEach(row -> rows.add(picked(row.members())));
    List<Target.Delivery> deliveries = new ArrayList<>();
    if (!sendSingle) {
      if (!omitIfEmpty || !rows.isEmpty()) {
        deliveries.add(new Target.Delivery(rows, text ? text(rows) : ""));
      }
      return deliveries;
    }
    for (Map<String, Object> row : rows) {
      if (!omitIfEmpty || !row.isEmpty()) {
        deliveries.add(new Target.Delivery(List.of(row), text ? text(row) : ""));
      }
    }
    return deliveries;
  }

  private String text(Object data) {
    return template.map(t -> t.render(data)).orElseGet(() -> GoJson.of(data));
  }

  private Map<String, Object> picked(Map<String, Object> row) {
    if (!fields.isEmpty()) {
      Map<String, Object> picked = new LinkedHashMap<>();
      fields.forEach(name -> picked.put(name, row.get(name)));
      return picked;
    }
    row.keySet().removeAll(excludeFields);
    return row;
  }
}
