package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.controls.Status;
import dev.plantwright.field.Attributes;
import dev.plantwright.live.Format;
import dev.plantwright.live.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/** The columns of the tag table and which of them leave when it is narrow. */
final class TagColumns {
  private static final double SCROLL_BAR = 10;
  private static final double QUALITY_MIN = 130;
  private static final double QUALITY_WISH = 190;
  private static final double RAW = 98;
  private static final double RAW_MOST = 232;
  private static final double NAME = 144;
  private static final double NAME_MOST = 260;

  private final TagGrid grid;
  private final Function<Line, Reading> readings;
  final TableColumn<Line, Line> mark;
  final TableColumn<Line, Line> name;
  final TableColumn<Line, Line> address;
  final TableColumn<Line, Line> use;
  final TableColumn<Line, Line> type;
  final TableColumn<Line, Line> scale;
  final TableColumn<Line, Line> value;
  final TableColumn<Line, Line> unit;
  final TableColumn<Line, Line> raw;
  final TableColumn<Line, Line> quality;
  final TableColumn<Line, Line> age;

  TagColumns(TagGrid grid, TagGrid.Actions actions) {
    this.grid = grid;
    this.readings = actions::reading;
    mark = column("", 32, () -> new MarkCell(actions::fold));
    name = column("Tag", NAME, () -> new NameCell(grid, actions.edit("name")));
    address = column("Address", 118, () -> edit("address", 0, actions, "mono"));
    use = column("Use", 44, () -> use(actions));
    type = column("Type", 72, () -> edit("type", 1, actions, ""));
    scale = column("Scale", 56, () -> scale(actions));
    value = column("Value", 112, () -> new ValueCell(grid, readings, actions.write()));
    unit = column("Unit", 72, () -> edit("unit", -1, actions, "muted"));
    raw = column("Raw bytes", RAW, () -> text(this::raw, "mono"));
    quality = column("Quality", 170, () -> new QualityCell(readings));
    age = column("Age", 60, this::age);
    for (TableColumn<Line, Line> right : List.of(scale, value, age)) {
      right.getStyleClass().add("number");
    }
    grid.getColumns().setAll(all());
    grid.widthProperty().addListener((o, was, is) -> fit(is.doubleValue()));
  }

  private List<TableColumn<Line, Line>> all() {
    return List.of(mark, name, address, use, type, scale, value, unit, raw, quality, age);
  }

  private TableColumn<Line, Line> column(String title, double width, Supplier<LineCell> cell) {
    TableColumn<Line, Line> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(28);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
    column.setCellFactory(c -> grid.keep(cell.get()));
    return column;
  }

  /**
   * Raw bytes go first, then scale, type and use; what is left over goes to raw bytes, names and
   * quality.
   */
  private void fit(double width) {
    all().forEach(column -> column.setVisible(true));
    raw.setPrefWidth(RAW);
    name.setPrefWidth(NAME);
    for (TableColumn<Line, Line> column : List.of(raw, scale, type, use)) {
      if (width - SCROLL_BAR - others() < QUALITY_MIN) {
        column.setVisible(false);
      }
    }
    widen(raw, RAW_MOST, width);
    widen(name, NAME_MOST, width);
    quality.setPrefWidth(Math.max(QUALITY_MIN, width - SCROLL_BAR - others()));
  }

  private void widen(TableColumn<Line, Line> column, double most, double width) {
    double left = width - SCROLL_BAR - others() - QUALITY_WISH;
    if (left > 0) {
      column.setPrefWidth(Math.min(most, column.getPrefWidth() + left));
    }
  }

  private double others() {
    return all().stream()
        .filter(c -> c != quality && c.isVisible())
        .mapToDouble(TableColumn::getPrefWidth)
        .sum();
  }

  private LineCell edit(String column, int piece, TagGrid.Actions actions, String style) {
    EditCell cell =
        new EditCell(
            grid, line -> cell(line, column, piece), e -> e.cell(column), actions.edit(column));
    if (!style.isEmpty()) {
      cell.getStyleClass().add(style);
    }
    return cell;
  }

  private static String cell(Line line, String column, int piece) {
    return switch (line) {
      case Line.Bar bar -> "";
      case Line.Entry entry -> entry.cell(column);
      case Line.Gone gone -> piece < 0 ? "" : gone.piece(piece);
    };
  }

  private LineCell scale(TagGrid.Actions actions) {
    EditCell cell =
        new EditCell(
            grid,
            line -> line instanceof Line.Entry e ? factor(e.cell("decimal")) : "",
            e -> e.cell("decimal"),
            actions.edit("decimal"));
    cell.getStyleClass().addAll("number", "muted");
    cell.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    return cell;
  }

  /** {@code ÷ 10} for 0.1, {@code × 10} for 10; what is no number as it is. */
  static String factor(String decimal) {
    try {
      BigDecimal factor = new BigDecimal(decimal.isEmpty() ? "0" : decimal);
      if (factor.signum() == 0 || factor.compareTo(BigDecimal.ONE) == 0) {
        return "";
      }
      BigDecimal inverse = BigDecimal.ONE.divide(factor, MathContext.DECIMAL64);
      boolean divides = factor.abs().compareTo(BigDecimal.ONE) < 0 && whole(inverse);
      return divides ? "÷ " + plain(inverse) : "× " + plain(factor);
    } catch (NumberFormatException e) {
      return decimal;
    }
  }

  private static boolean whole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString().replace('-', '\u2212');
  }

  private LineCell text(Function<Line, String> words, String style) {
    LineCell cell = LineCell.of((c, line) -> c.say(words.apply(line)));
    cell.getStyleClass().add(style);
    return cell;
  }

  private LineCell use(TagGrid.Actions actions) {
    EditCell cell = new EditCell(grid, TagColumns::use, TagColumns::use, actions.edit("attribute"));
    cell.getStyleClass().add("muted");
    return cell;
  }

  /** {@code RW} for Read Write. */
  private static String use(Line line) {
    String words = cell(line, "attribute", 2);
    return Attributes.ofWords(words)
        .map(a -> (a.read() ? "R" : "") + (a.write() ? "W" : "") + (a.subscribe() ? "S" : ""))
        .orElse(words);
  }

  private String raw(Line line) {
    if (line instanceof Line.Bar) {
      return "";
    }
    String bytes = readings.apply(line).raw();
    return bytes.isEmpty() ? Format.NOTHING : bytes;
  }

  private LineCell age() {
    LineCell cell =
        LineCell.of(
            (c, line) -> {
              Reading reading = readings.apply(line);
              boolean any = reading.heardMs() > 0 && !(reading.value() instanceof Value.Missing);
              c.say(any ? Format.age(grid.nowMs() - reading.heardMs()) : "");
              c.style("warning-text", reading.status() == Status.STALE);
            });
    cell.getStyleClass().addAll("number", "muted");
    return cell;
  }
}
