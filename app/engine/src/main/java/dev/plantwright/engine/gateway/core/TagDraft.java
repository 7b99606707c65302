package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.field.DataType;
import java.util.Optional;

/**
 * A tag as a client wants it, before it was judged.
 *
 * @param type empty: a number that is no type
 */
public record TagDraft(
    String name,
    String address,
    int attribute,
    Optional<DataType> type,
    long precision,
    double decimal,
    double bias,
    String description,
    String unit) {
  Tag tag() {
    return new Tag(
        name,
        address,
        attribute,
        type.orElseThrow(),
        (int) precision,
        decimal,
        bias,
        description,
        unit);
  }
}
