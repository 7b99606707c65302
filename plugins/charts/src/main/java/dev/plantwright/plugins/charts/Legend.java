package dev.plantwright.plugins.charts;

import dev.plantwright.api.ValueRef;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.live.Format;
import dev.plantwright.live.Live;
import dev.plantwright.live.Quality;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/** The series of a chart as a table: shown or not, last, least, greatest in view, quality. */
final class Legend extends TableView<Line> {
  private final Runnable repaint;
  private ChartSpec spec = ChartText.read("{}");
  private Live live;
  private long refreshedMs;

  Legend(Consumer<ValueRef> remove, Runnable repaint) {
    this.repaint = repaint;
    setId("part/chart/legend");
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().add(series());
    getColumns().add(number("Last", Line::last));
    getColumns().add(number("Min", Line::least));
    getColumns().add(number("Max", Line::greatest));
    getColumns().add(text("Unit", 80, line -> line.meaning().unit()));
    getColumns().add(text("Axis", 80, this::axis));
    getColumns().add(quality());
    setFixedCellSize(24);
    MenuItem removal = new MenuItem("Remove from Chart");
    removal.setOnAction(e -> removeSelected(remove));
    setContextMenu(new ContextMenu(removal));
    setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.DELETE) {
            removeSelected(remove);
          }
        });
  }

  private void removeSelected(Consumer<ValueRef> remove) {
    Line line = getSelectionModel().getSelectedItem();
    if (line != null) {
      remove.accept(line.value());
    }
  }

  void show(ChartSpec newSpec, List<Line> lines) {
    spec = newSpec;
    getItems().setAll(lines);
    double height = 28 + 24 * Math.clamp(lines.size(), 1, 6);
    setMinHeight(height);
    setPrefHeight(height);
    setMaxHeight(height);
    setVisible(!lines.isEmpty());
    setManaged(!lines.isEmpty());
  }

  /** Shows the present numbers, twice a second at most. */
  void refresh(Live source) {
    live = source;
    if (source.nowMs() - refreshedMs >= 500) {
      refreshedMs = source.nowMs();
      refresh();
    }
  }

  private String axis(Line line) {
    return spec.axis(line.axis())
        .map(a -> (a.right() ? "right, " : "left, ") + a.unit())
        .orElse("–");
  }

  private TableColumn<Line, Line> series() {
    TableColumn<Line, Line> column = column("Series", 260);
    column.setCellFactory(c -> new SeriesCell(repaint));
    return column;
  }

  private TableColumn<Line, String> number(String title, ToDoubleFunction<Line> number) {
    TableColumn<Line, String> column =
        text(
            title,
            90,
            line -> {
              double n = number.applyAsDouble(line);
              return Double.isNaN(n) ? Format.NOTHING : Format.number(n, line.meaning().decimals());
            });
    column.getStyleClass().add("number");
    return column;
  }

  private static TableColumn<Line, String> text(
      String title, double width, Function<Line, String> words) {
    TableColumn<Line, String> column = new TableColumn<>(title);
    column.setCellValueFactory(r -> new ReadOnlyStringWrapper(words.apply(r.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    return column;
  }

  private static TableColumn<Line, Line> column(String title, double width) {
    TableColumn<Line, Line> column = new TableColumn<>(title);
    column.setCellValueFactory(r -> new ReadOnlyObjectWrapper<>(r.getValue()));
    column.setPrefWidth(width);
    column.setSortable(false);
    return column;
  }

  private TableColumn<Line, Line> quality() {
    TableColumn<Line, Line> column = column("Quality", 140);
    column.setCellFactory(c -> new QualityCell());
    return column;
  }

  private static Status status(Quality quality) {
    return switch (quality.state()) {
      case GOOD -> Status.GOOD;
      case UNCERTAIN -> Status.UNCERTAIN;
      case BAD -> Status.BAD;
      case STALE -> Status.STALE;
      case NONE -> Status.NO_VALUE;
    };
  }

  private final class QualityCell extends TableCell<Line, Line> {
    private final StatusMark mark = new StatusMark();

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      setGraphic(empty || live == null ? null : mark);
      if (!empty && live != null) {
        Quality quality =
            line.reading()
                .map(r -> Quality.of(r, line.meaning(), live.source(), live.nowMs()))
                .orElse(new Quality(Quality.State.NONE, "no value yet", "No value has come yet."));
        mark.show(status(quality), quality.word());
      }
    }
  }

  private static final class SeriesCell extends TableCell<Line, Line> {
    private final CheckBox shown = new CheckBox();
    private final Rectangle colour = new Rectangle(14, 3);
    private final Label name = new Label();
    private final Label where = new Label();
    private final HBox box = new HBox(8, shown, colour, name, where);

    SeriesCell(Runnable repaint) {
      box.setAlignment(Pos.CENTER_LEFT);
      name.getStyleClass().add("strong");
      name.setMinWidth(USE_PREF_SIZE);
      where.getStyleClass().add("muted");
      where.setMinWidth(0);
      shown.setOnAction(
          e -> {
            getItem().visible(shown.isSelected());
            repaint.run();
          });
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      setGraphic(empty ? null : box);
      if (!empty) {
        shown.setSelected(line.visible());
        shown.setAccessibleText("Show " + line.value().name());
        colour.setStyle("-fx-fill: -pw-series-" + (line.color() % 10 + 1) + ";");
        name.setText(line.value().name());
        String topic = line.value().topic();
        int cut = topic.lastIndexOf('/', Math.max(0, topic.lastIndexOf('/') - 1));
        where.setText(topic.substring(cut + 1));
      }
    }
  }
}
