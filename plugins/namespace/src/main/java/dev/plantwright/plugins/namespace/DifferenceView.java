package dev.plantwright.plugins.namespace;

import dev.plantwright.live.PayloadReader;
import dev.plantwright.live.PayloadReader.Difference;
import dev.plantwright.sites.mqtt.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a message says otherwise than the one before it. */
final class DifferenceView {
  private static final int MOST = 60;

  private final PayloadReader reader = new PayloadReader();
  private final VBox node = new VBox();
  private final Label summary = new Label();
  private final List<Label> lines = new ArrayList<>();
  private int used;
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
    summary.setText(before.isPresent() ? "to previous message" : "");
    used = 0;
    if (before.isEmpty() || after.isEmpty()) {
      line("There is no message before this one.", "quiet");
    } else {
      differences(reader.difference(before.get().payload(), after.get().payload()));
    }
    if (node.getChildren().size() != used) {
      node.getChildren().setAll(lines.subList(0, used));
    }
  }

  private void differences(List<Difference> differences) {
    if (differences.isEmpty()) {
      line("The payloads are the same.", "quiet");
    }
    differences.stream().limit(MOST).forEach(this::add);
    if (differences.size() > MOST) {
      line(differences.size() - MOST + " more differences.", "quiet");
    }
  }

  private void add(Difference difference) {
    String name = difference.path().isEmpty() ? "" : difference.path() + ": ";
    difference.before().ifPresent(text -> line("- " + name + text, "minus"));
    difference.after().ifPresent(text -> line("+ " + name + text, "plus"));
  }

  /** The lines of the message before are used again. */
  private void line(String text, String style) {
    if (used == lines.size()) {
      Label made = PayloadView.code("", "value");
      made.setMaxWidth(Double.MAX_VALUE);
      lines.add(made);
    }
    Label line = lines.get(used++);
    line.setText(text);
    if (!line.getStyleClass().contains(style)) {
      line.getStyleClass().setAll("label", "code", "payload-line", style);
    }
  }
}
