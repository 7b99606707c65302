package dev.plantwright.plugins.namespace;

import dev.plantwright.api.ValueRef;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import dev.plantwright.api.controls.Sparkline;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.live.Format;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Reading;
import dev.plantwright.live.Spark;
import dev.plantwright.live.Value;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Path, name, value and how far it can be believed. */
final class DetailsHead {
  private static final long REDRAW_MS = 1_000;

  private final Workbench workbench;
  private final Live live;
  private final Label crumbs = new Label();
  private final Label name = new Label();
  private final Label limit = Pills.pill("", "warning");
  private final Label value = new Label();
  private final Label unit = new Label();
  private final Sparkline spark = new Sparkline("-pw-series-1");
  private final SparkPoints points = new SparkPoints();
  private final StatusMark quality = new StatusMark();
  private final Label age = new Label();
  private final Label rate = new Label();
  private final Label tag = new Label();
  private final VBox node = new VBox();
  private final Tooltip reason = new Tooltip();
  private final Tooltip path = new Tooltip();
  private Optional<Meaning.Tag> linked = Optional.empty();
  private int drawnRow = -1;
  private long drawnMs;

  DetailsHead(Workbench workbench) {
    this.workbench = workbench;
    this.live = workbench.live();
    node.getStyleClass().add("details-head");
    crumbs.getStyleClass().add("crumbs");
    crumbs.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
    crumbs.setTooltip(path);
    name.getStyleClass().add("title");
    name.setMinWidth(0);
    limit.setGraphic(Icons.row("mdi2t-triangle"));
    limit.getGraphic().getStyleClass().addAll("warning", "size-12");
    value.getStyleClass().add("value-xl");
    value.setMinWidth(0);
    value.setId("part/details/value");
    unit.getStyleClass().add("muted");
    unit.setMinWidth(Region.USE_PREF_SIZE);
    spark.setPrefSize(132, 28);
    spark.setMinWidth(60);
    quality.setTooltip(reason);
    quality.setMinWidth(Region.USE_PREF_SIZE);
    age.getStyleClass().addAll("dense", "muted");
    rate.getStyleClass().addAll("dense", "muted");
    age.setMinWidth(Region.USE_PREF_SIZE);
    rate.setMinWidth(Region.USE_PREF_SIZE);
    quality.getStyleClass().add("dense");
    tag.getStyleClass().addAll("dense", "link");
    tag.setMinWidth(0);
    tag.setOnMouseClicked(event -> linked.ifPresent(link -> workbench.open("tags", link.node())));
    node.getChildren()
        .addAll(
            crumbs,
            line(8, name, space(), limit),
            line(6, value, unit, space(), spark),
            line(12, quality, age, rate, space(), tag));
  }

  Region node() {
    return node;
  }

  void show(ValueRef ref, Optional<Reading> reading, Meaning meaning) {
    say(name, ref.name().isEmpty() ? "(empty level)" : ref.name());
    String above = above(ref);
    say(crumbs, above);
    path.setText(ref.toString());
    long now = live.nowMs();
    Value held = reading.map(Reading::value).orElse(Value.MISSING);
    boolean single = reading.filter(r -> r.kind() == Reading.Kind.VALUE).isPresent();
    Quality judged = reading.map(r -> Quality.of(r, meaning, live.source(), now)).orElse(null);
    boolean known = single && !(held instanceof Value.Missing);
    say(value, known ? meaning.show(held) : Format.NOTHING);
    value.setVisible(single);
    value.setManaged(single);
    say(unit, single ? meaning.unit() : "");
    dim(judged != null && judged.state() != Quality.State.GOOD);
    limit(single ? meaning.beyond(held) : Optional.empty());
    facts(reading, judged, single, now);
    link(meaning);
    draw(reading.filter(r -> single), judged, now);
  }

  private static String above(ValueRef ref) {
    String full =
        ref.member().map(m -> ref.topic() + "/" + m.replace('.', '/')).orElse(ref.topic());
    int last = full.length() - ref.name().length() - 1;
    return last <= 0 ? "" : full.substring(0, last).replace("/", " / ");
  }

  private void facts(Optional<Reading> reading, Quality judged, boolean single, long now) {
    quality.setVisible(single && judged != null);
    quality.setManaged(quality.isVisible());
    if (quality.isVisible()) {
      quality.show(RowWords.status(judged.state()), judged.word());
      reason.setText(judged.reason());
    }
    boolean came = reading.filter(r -> r.valueMs() > 0).isPresent();
    say(age, came ? Format.age(reading.get().age(now)) + " ago" : "");
    say(rate, came ? Format.rate(reading.get().perSecond(now)) : "");
    boolean room = node.getWidth() >= 330;
    rate.setVisible(room);
    rate.setManaged(room);
  }

  private void link(Meaning meaning) {
    linked = meaning.tag();
    say(tag, linked.map(t -> t.node() + " · " + t.group() + " · " + t.name()).orElse(""));
  }

  private void limit(Optional<String> beyond) {
    limit.setVisible(beyond.isPresent());
    limit.setManaged(beyond.isPresent());
    beyond.ifPresent(words -> say(limit, words));
  }

  private void draw(Optional<Reading> reading, Quality judged, long now) {
    int row = reading.map(Reading::row).orElse(-1);
    if (row == drawnRow && Math.abs(now - drawnMs) < REDRAW_MS) {
      return;
    }
    drawnRow = row;
    drawnMs = now;
    boolean any = reading.isPresent() && points.read(live.latest(), reading.get(), now);
    spark.setVisible(any);
    if (any) {
      spark.show(points.values(), Spark.BUCKETS, judged.state() == Quality.State.STALE);
    }
  }

  private void dim(boolean on) {
    if (on != value.getStyleClass().contains("muted")) {
      if (on) {
        value.getStyleClass().add("muted");
      } else {
        value.getStyleClass().remove("muted");
      }
    }
  }

  private static HBox line(double gap, javafx.scene.Node... nodes) {
    HBox line = new HBox(gap, nodes);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static void say(Label label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }
}
