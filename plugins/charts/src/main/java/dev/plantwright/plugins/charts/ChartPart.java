package dev.plantwright.plugins.charts;

import dev.plantwright.api.Document;
import dev.plantwright.api.DragValues;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Scope;
import dev.plantwright.api.ValueRef;
import dev.plantwright.api.controls.Banner;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A chart of live values: an editor of charts/NAME.json. */
final class ChartPart implements Part {
  private final PartContext context;
  private final Live live;
  private final String file;
  private final Plot plot = new Plot();
  private final ChartWindow window = new ChartWindow(plot);
  private final Legend legend = new Legend(this::removeSeries, this::repaint);
  private final ChartToolbar toolbar;
  private final Banner banner = new Banner();
  private final StackPane body = new StackPane();
  private final BorderPane root = new BorderPane();
  private final List<Line> lines = new ArrayList<>();
  private Optional<Document<String>> document = Optional.empty();
  private ChartSpec spec = ChartText.read("{}");

  ChartPart(PartContext context) {
    this.context = context;
    this.live = context.workbench().live();
    this.file = context.argument().orElseThrow();
    context.title(file.replaceAll(".*/|\\.json$", ""));
    toolbar = new ChartToolbar(window, plot, live::nowMs);
    root.setTop(new VBox(toolbar, banner));
    root.setCenter(body);
    root.setBottom(legend);
    root.setId("part/chart/body");
    root.setOnDragOver(this::over);
    root.setOnDragDropped(this::dropped);
    context.scope().own(this::closeLines);
    context.workbench().frames().paint(context.scope(), root, 30, this::frame);
    window.onChange(this::repaint);
    context.scope().listen(context.workbench().plant(), plant -> plant.ifPresent(p -> read()));
  }

  /** Reads the file as soon as there is a plant: a restored part may be there before it. */
  private void read() {
    if (document.isPresent()) {
      reloaded();
      return;
    }
    context
        .workbench()
        .read(file)
        .then(this::opened)
        .failed(e -> banner.show(Banner.Tone.DANGER, "Cannot read " + file + ".", List.of()));
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Optional<Document<?>> document() {
    return document.map(d -> d);
  }

  @Override
  public List<String> tools() {
    return List.of("chart.add-series");
  }

  @Override
  public Map<String, String> state() {
    return Map.of("range", Long.toString(window.time().spanMs()));
  }

  @Override
  public void focus() {
    plot.requestFocus();
  }

  /** The time that is shown, for commands. */
  ChartWindow window() {
    return window;
  }

  private void opened(String text) {
    if (document.isPresent()) {
      return;
    }
    banner.hide();
    Document<String> opened = new Document<>(file, text, t -> t);
    document = Optional.of(opened);
    Scope scope = context.scope();
    scope.listen(opened.value(), this::show);
    long range = parse(context.state().get("range"), spec.rangeMs());
    window.range(range, live.nowMs());
    toolbar.mark(range);
  }

  private static long parse(String text, long otherwise) {
    return text != null && text.matches("\\d{4,12}") ? Long.parseLong(text) : otherwise;
  }

  /** Takes over what somebody else wrote to the file, unless there are changes here. */
  private void reloaded() {
    Document<String> mine = document.orElseThrow();
    if (!mine.edited().get()) {
      context
          .workbench()
          .read(file)
          .then(
              text -> {
                if (!mine.edited().get() && !text.equals(mine.value().get())) {
                  mine.reload(text);
                }
              })
          .failed(e -> {});
    }
  }

  private void show(String text) {
    ChartSpec next = ChartText.read(text);
    if (!next.series().equals(spec.series())) {
      closeLines();
      for (int i = 0; i < next.series().size(); i++) {
        ChartSpec.Series series = next.series().get(i);
        lines.add(new Line(live, series.value(), series.axis(), i));
      }
    }
    spec = next;
    plot.show(spec, lines);
    legend.show(spec, lines);
    body.getChildren().setAll(lines.isEmpty() ? empty() : plot);
    repaint();
  }

  private Node empty() {
    return new EmptyState(
        "mdi2c-chart-line",
        "No series",
        "Drag topics, tags or rule outputs here, or choose them from a list.",
        List.of(Buttons.primary("Add series", this::choose)));
  }

  /** Lets the user choose values from a list. */
  void choose() {
    new SeriesChooser(live, spec).show(root.getScene().getWindow(), this::addSeries);
  }

  void addSeries(List<ValueRef> values) {
    document.ifPresent(
        d -> {
          String text = d.value().get();
          for (ValueRef value : values) {
            text = ChartText.add(text, value, unit(value));
          }
          d.edit(values.size() == 1 ? "Add " + values.getFirst().name() : "Add series", text);
        });
  }

  private String unit(ValueRef value) {
    String path = value.member().map(m -> value.topic() + "/" + m).orElse(value.topic());
    return live.meanings().of(path.replace('.', '/')).unit();
  }

  private void removeSeries(ValueRef value) {
    document.ifPresent(
        d -> d.edit("Remove " + value.name(), ChartText.remove(d.value().get(), value)));
  }

  private void over(DragEvent event) {
    if (DragValues.has(event.getDragboard())) {
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    addSeries(DragValues.get(event.getDragboard()));
    event.setDropCompleted(true);
    event.consume();
  }

  private void frame() {
    window.follow(live.nowMs());
    if (window.needsPaint()) {
      repaint();
    }
    legend.refresh(live);
  }

  private void repaint() {
    plot.paint(window.time());
    window.painted();
  }

  private void closeLines() {
    lines.forEach(Line::close);
    lines.clear();
  }
}
