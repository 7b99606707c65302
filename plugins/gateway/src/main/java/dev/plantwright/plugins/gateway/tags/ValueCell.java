package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.controls.Status;
import dev.plantwright.live.Format;
import dev.plantwright.live.Value;
import dev.plantwright.plant.Tag;
import java.util.function.Function;

/** The value, flush right; typed into, it is written to the device. */
final class ValueCell extends EditCell {
  private final Function<Line, Reading> readings;

  ValueCell(TagGrid grid, Function<Line, Reading> readings, Sink sink) {
    super(
        grid,
        line -> text(line, readings.apply(line)),
        entry -> plain(readings.apply(entry).value()),
        sink);
    this.readings = readings;
    getStyleClass().add("number");
    setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
  }

  private static String text(Line line, Reading reading) {
    return switch (line) {
      case Line.Bar bar -> "";
      case Line.Entry entry -> Shown.of(reading.value(), entry.tag().map(Tag::precision).orElse(0));
      case Line.Gone gone -> Shown.of(reading.value(), 0);
    };
  }

  /** What editing starts with: the number without commas. */
  private static String plain(Value value) {
    return switch (value) {
      case Value.Whole(long whole) -> Long.toString(whole);
      case Value.Real(double real) ->
          new java.math.BigDecimal(Double.toString(real)).toPlainString();
      case Value.Flag(boolean on) -> Boolean.toString(on);
      case Value.Text(String text) -> text;
      case Value.Missing missing -> "";
      case Value.Binary binary -> "";
    };
  }

  @Override
  void show(Line line) {
    super.show(line);
    Reading reading = readings.apply(line);
    boolean nothing = reading.value() instanceof Value.Missing || Format.NOTHING.equals(getText());
    style("subtle", nothing);
    style("muted", !nothing && reading.status() != Status.GOOD);
    style("mono", reading.value() instanceof Value.Flag);
  }

  @Override
  boolean editable(Line.Entry entry) {
    return entry.tag().filter(tag -> tag.attributes().write()).isPresent();
  }
}
