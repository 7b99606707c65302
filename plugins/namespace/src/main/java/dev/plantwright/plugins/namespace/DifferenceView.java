package dev.plantwright.plugins.namespace;

import dev.plantwright.live.PayloadReader;
import dev.plantwright.live.PayloadReader.Difference;
import dev.plantwright.sites.mqtt.Message;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a message says otherwise than the one before it. */
final class DifferenceView {
  private static final int MOST = 60;

  private final PayloadReader reader = new PayloadReader();
  private final VBox node = new VBox();
  private final Label summary = new Label();
  private Optional<Message> shownBefore = Optional.empty();
  private Optional<Message> shownAfter = Optional.empty();

  DifferenceView() {
    node.getStyleClass().add("difference");
    node.setId("part/details/difference");
    summary.getStyleClass().addAll("dense", "muted");
    summary.setMinWidth(Region.USE_PREF_SIZE);
  }

  Node node() {
    return node;
  }

  Node summary() {
    return summary;
  }

  void show(Optional<Message> before, Optional<Message> after) {
    if (before.equals(shownBefore) && after.equals(shownAfter)) {
      return;
    }
    shownBefore = before;
    shownAfter = after;
    node.getChildren().clear();
    summary.setText(before.isPresent() ? "to previous message" : "");
    if (before.isEmpty() || after.isEmpty()) {
      say("There is no message before this one.");
      return;
    }
    List<Difference> differences = reader.difference(before.get().payload(), after.get().payload());
    if (differences.isEmpty()) {
      say("The payloads are the same.");
    }
    differences.stream().limit(MOST).forEach(this::add);
    if (differences.size() > MOST) {
      say(differences.size() - MOST + " more differences.");
    }
  }

  private void add(Difference difference) {
    String name = difference.path().isEmpty() ? "" : difference.path() + ": ";
    difference.before().ifPresent(text -> line("- " + name + text, "minus"));
    difference.after().ifPresent(text -> line("+ " + name + text, "plus"));
  }

  private void line(String text, String style) {
    HBox line = new HBox(PayloadView.code(text, "value"));
    line.getStyleClass().addAll("payload-line", style);
    node.getChildren().add(line);
  }

  private void say(String sentence) {
    Label label = new Label(sentence);
    label.getStyleClass().addAll("dense", "subtle");
    HBox line = new HBox(label);
    line.getStyleClass().add("payload-line");
    node.getChildren().add(line);
  }
}
