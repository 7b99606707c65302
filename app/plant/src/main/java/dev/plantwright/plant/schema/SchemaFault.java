package dev.plantwright.plant.schema;

import dev.plantwright.plant.text.Span;

/**
 * Where a file has not the shape of its format.
 *
 * @param span in the text of the file
 * @param code as the schema names it; empty text if it does not
 * @param message one sentence that says what is wrong and what to do
 * @param doubtful whether it may be meant so: a key that looks like a mistyped one
 */
public record SchemaFault(Span span, String code, String message, boolean doubtful) {}
