package dev.plantwright.sql.row;

import dev.plantwright.sql.function.CallContext.WindowRange;
import java.util.List;

/**
 * What a window gives.
 *
 * @param rows the rows of the window, or one row a group
 */
public record Batch(List<Row> rows, WindowRange range) {}
