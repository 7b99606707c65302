package dev.plantwright.plugins.gateway.nodes;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.live.Format;
import dev.plantwright.plant.Node;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A node in two lines, a group in one, or a heading. */
final class NodeCell extends TreeCell<NodeItem> {
  private final NodesPart part;
  private final FontIcon icon = Icons.row("mdi2c-chip");
  private final Label name = new Label();
  private final StatusMark mark = new StatusMark();
  private final javafx.scene.Node shape = mark.getGraphic();
  private final Label second = label("second");
  private final Label size = label("second");
  private final Label beside = label("beside");
  private final HBox lower;
  private final VBox lines;
  private final HBox box;
  private final Tooltip words = new Tooltip();

  NodeCell(NodesPart part) {
    this.part = part;
    name.setMinWidth(0);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    mark.getStyleClass().add("duration");
    size.setMinWidth(Region.USE_PREF_SIZE);
    second.setMinWidth(0);
    HBox upper = row(new HBox(8, name, beside), mark);
    lower = row(second, size);
    lines = new VBox(upper, lower);
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    lines.setMinWidth(0);
    box = new HBox(8, icon, lines);
    box.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  private static HBox row(javafx.scene.Node left, javafx.scene.Node right) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row = new HBox(6, left, space, right);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  @Override
  protected void updateItem(NodeItem item, boolean empty) {
    super.updateItem(item, empty);
    setTooltip(null);
    if (empty || item == null) {
      setGraphic(null);
      setText(null);
      setPrefHeight(Region.USE_COMPUTED_SIZE);
      return;
    }
    show(item);
  }

  /** Renews what moves. */
  void frame() {
    if (!isEmpty() && getItem() instanceof NodeItem.Entry entry) {
      show(entry);
    }
  }

  private void show(NodeItem item) {
    switch (item) {
      case NodeItem.Heading heading -> heading(heading);
      case NodeItem.Entry entry -> entry(entry);
      case NodeItem.Interval group -> group(group);
    }
    setGraphic(box);
  }

  private void heading(NodeItem.Heading heading) {
    dress(heading.title(), "heading", 28, false);
    icon.setVisible(false);
    icon.setManaged(false);
    mark.setVisible(false);
    box.setTranslateX(-12);
  }

  private void group(NodeItem.Interval group) {
    dress(group.group().name(), "dense", 24, false);
    icon.setIconLiteral("mdi2t-timer-outline");
    String every = dev.plantwright.plugins.gateway.tags.Interval.text(group.group().interval());
    beside.setText(every);
    mark.setVisible(true);
    mark.setGraphic(null);
    mark.setText(Format.count(group.tags()));
  }

  private void entry(NodeItem.Entry entry) {
    dress(entry.node().name(), "strong", 44, true);
    icon.setIconLiteral(
        switch (entry.node()) {
          case Node.Driver driver -> "mdi2c-chip";
          case Node.App app -> "mdi2e-export-variant";
        });
    size.setText(entry.size());
    Optional<NodeStates.State> state = part.states().of(entry.node().name());
    second.setText(
        state
            .filter(s -> s.status() == Status.RETRYING)
            .map(this::trouble)
            .orElse(entry.endpoint()));
    mark.setVisible(true);
    mark(state);
    words.setText(
        entry.endpoint()
            + state
                .map(NodeStates.State::cause)
                .filter(c -> !c.isEmpty())
                .map(c -> "\n" + c)
                .orElse(""));
    setTooltip(words);
  }

  private void mark(Optional<NodeStates.State> state) {
    restoreGraphic();
    if (state.isPresent()) {
      boolean timed = !Double.isNaN(state.get().cycleMs());
      Status status = state.get().status();
      mark.show(status, timed ? Format.duration(state.get().cycleMs()) : status.word());
    } else if (part.states().known()) {
      mark.show(Status.NOT_DEPLOYED, "not deployed");
    } else {
      mark.show(Status.OFF, "off");
    }
  }

  private void restoreGraphic() {
    if (mark.getGraphic() != shape) {
      mark.setGraphic(shape);
    }
  }

  /** {@code No answer. Next try in 4 s}: the cause is in the tooltip. */
  private String trouble(NodeStates.State state) {
    long wait = state.nextTryMs() - part.nowMs();
    return state.nextTryMs() == 0
        ? "No answer."
        : "No answer. Next try in " + Math.max(1, Math.ceilDiv(wait, 1_000)) + " s";
  }

  private void dress(String title, String style, double height, boolean two) {
    name.setText(title);
    beside.setText("");
    box.setTranslateX(0);
    name.getStyleClass().removeAll("heading", "dense", "strong");
    name.getStyleClass().add(style);
    icon.setVisible(true);
    icon.setManaged(true);
    lower.setVisible(two);
    lower.setManaged(two);
    setMinHeight(height);
    setPrefHeight(height);
    setAccessibleText(title);
  }
}
