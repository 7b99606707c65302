package dev.plantwright.plugins.namespace;

import dev.plantwright.api.controls.Segmented;
import dev.plantwright.live.Format;
import dev.plantwright.live.PayloadLine;
import dev.plantwright.live.PayloadReader;
import dev.plantwright.sites.mqtt.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A payload as tree, as it is, and as bytes; the member of the chosen row is marked. */
final class PayloadView {
  private static final int MOST_LINES = 200;
  private static final int MOST_BYTES = 16_384;
  private static final String TREE = "Tree";
  private static final String RAW = "Raw";
  private static final String HEX = "Hex";

  private final PayloadReader reader = new PayloadReader();
  private final Segmented choice = new Segmented(List.of(TREE, RAW, HEX), TREE, chosen -> render());
  private final Label size = new Label();
  private final PayloadTree tree = new PayloadTree();
  private final StackPane node = new StackPane();
  private Optional<Message> shown = Optional.empty();
  private String member = "";

  PayloadView() {
    size.getStyleClass().addAll("dense", "muted");
    size.setMinWidth(Region.USE_PREF_SIZE);
    choice.setId("part/details/form");
    node.setId("part/details/payload");
  }

  Node node() {
    return node;
  }

  Node choice() {
    return choice;
  }

  Node size() {
    return size;
  }

  void show(Optional<Message> message, String chosenMember) {
    if (message.equals(shown) && chosenMember.equals(member)) {
      return;
    }
    shown = message;
    member = chosenMember;
    render();
  }

  private void render() {
    byte[] payload = shown.map(Message::payload).orElse(new byte[0]);
    size.setText(shown.isPresent() ? Format.size(payload.length) : "");
    if (shown.isEmpty()) {
      node.getChildren().setAll(note("No message yet."));
    } else if (payload.length == 0) {
      node.getChildren().setAll(note("The payload is empty."));
    } else {
      Node form =
          switch (choice.chosen()) {
            case RAW -> area(raw(payload));
            case HEX -> area(Hex.dump(payload, MOST_BYTES));
            default -> tree(payload);
          };
      if (!node.getChildren().equals(List.of(form))) {
        node.getChildren().setAll(form);
      }
    }
  }

  private Node tree(byte[] payload) {
    List<PayloadLine> lines = reader.lines(payload, MOST_LINES + 1);
    if (lines.isEmpty()) {
      return area(raw(payload));
    }
    tree.show(lines.subList(0, Math.min(lines.size(), MOST_LINES)), member);
    if (lines.size() > MOST_LINES) {
      return new VBox(tree, note("More than " + MOST_LINES + " lines: see Raw."));
    }
    return tree;
  }

  static Label code(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().addAll("code", style);
    return label;
  }

  private static Label note(String sentence) {
    Label label = new Label(sentence);
    label.getStyleClass().addAll("dense", "subtle");
    label.setPadding(new Insets(4, 12, 8, 12));
    StackPane.setAlignment(label, javafx.geometry.Pos.CENTER_LEFT);
    return label;
  }

  private static TextArea area(String text) {
    TextArea area = new TextArea(text);
    area.getStyleClass().add("payload-area");
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(Math.clamp(text.lines().count() + text.length() / 40, 3, 12));
    return area;
  }

  private static String raw(byte[] payload) {
    int length = Math.min(payload.length, MOST_BYTES);
    String text = new String(payload, 0, length, StandardCharsets.UTF_8);
    return payload.length > length
        ? text + "\n… " + Format.size(payload.length - (long) length) + " more"
        : text;
  }
}
