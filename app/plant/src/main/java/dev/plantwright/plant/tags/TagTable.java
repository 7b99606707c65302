package dev.plantwright.plant.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tags.csv as text and as rows. Immutable; an edit gives a new table whose text differs only in
 * the line of the edit, so comments, unknown columns and the order of the rows survive.
 */
public final class TagTable {
  /** The columns of a new table, in order; a table may have more, and in another order. */
  public static final List<String> COLUMNS =
      List.of(
          "group",
          "name",
          "address",
          "attribute",
          "type",
          "precision",
          "decimal",
          "bias",
          "unit",
          "description");

  /** A table without rows. */
  public static final TagTable EMPTY = parse(String.join(",", COLUMNS) + "\n");

  private final String text;
  private final Optional<CsvScanner.Line> header;
  private final List<String> columns;
  private final List<TagRow> rows;
  private final List<CsvFault> faults;

  private TagTable(String text, List<CsvScanner.Line> records, List<CsvFault> faults) {
    this.text = text;
    this.header = records.stream().findFirst();
    this.columns =
        header.map(h -> h.cells().stream().map(c -> c.value().strip()).toList()).orElse(List.of());
    List<TagRow> list = new ArrayList<>();
    records.stream().skip(1).forEach(r -> list.add(new TagRow(list.size(), r.cells(), r.span())));
    this.rows = List.copyOf(list);
    this.faults = List.copyOf(faults);
  }

  /** Never throws: what is wrong is in {@link #faults}. */
  public static TagTable parse(String text) {
    CsvScanner scanner = new CsvScanner(text);
    List<CsvScanner.Line> records = scanner.records();
    return new TagTable(text, records, scanner.faults());
  }

  public String text() {
    return text;
  }

  /** The names in the header; none if the file has no line. */
  public List<String> columns() {
    return columns;
  }

  /** The cells of the header. */
  public List<Cell> header() {
    return header.map(CsvScanner.Line::cells).orElse(List.of());
  }

  public List<TagRow> rows() {
    return rows;
  }

  /** Lines that are no comma-separated values. */
  public List<CsvFault> faults() {
    return faults;
  }

  /** The cell of a row in a column; empty if the table has no such column or the row is short. */
  public Optional<Cell> cell(TagRow row, String column) {
    int at = columns.indexOf(column);
    return at < 0 || at >= row.cells().size() ? Optional.empty() : Optional.of(row.cells().get(at));
  }

  /** The value of a row in a column; empty text if it has none. */
  public String value(TagRow row, String column) {
    return cell(row, column).map(Cell::value).map(String::strip).orElse("");
  }

  /**
   * This table with one cell changed. A column that the table lacks is added, to all its lines,
   * when it is one of {@link #COLUMNS}.
   *
   * @throws IllegalArgumentException for a row or column that does not exist
   */
  public TagTable with(int row, String column, String value) {
    return TagTableEdit.set(withColumn(column), row, column, value);
  }

  /**
   * This table with a row added.
   *
   * @param at its index among the rows, from 0; the number of rows adds it at the end
   * @param values by column
   */
  public TagTable add(int at, Map<String, String> values) {
    TagTable table = columns.isEmpty() ? parse(text + EMPTY.text) : this;
    for (String column : COLUMNS) {
      table = values.getOrDefault(column, "").isEmpty() ? table : table.withColumn(column);
    }
    return TagTableEdit.add(table, at, values);
  }

  /** This table without a row. */
  public TagTable remove(int row) {
    return TagTableEdit.remove(this, row);
  }

  private TagTable withColumn(String column) {
    if (columns.contains(column)) {
      return this;
    }
    if (!COLUMNS.contains(column) || header.isEmpty()) {
      throw new IllegalArgumentException("no column " + column);
    }
    return TagTableEdit.addColumn(this, column);
  }

  @Override
  public String toString() {
    return text;
  }
}
