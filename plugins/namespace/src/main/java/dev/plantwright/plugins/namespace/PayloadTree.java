package dev.plantwright.plugins.namespace;

import dev.plantwright.live.PayloadLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A JSON payload, a line for each member. The next message of the same shape only changes texts.
 */
final class PayloadTree extends VBox {
  private final List<Line> lines = new ArrayList<>();

  PayloadTree() {
    getStyleClass().add("payload");
  }

  /**
   * @param member path of the member to mark, empty for none
   */
  void show(List<PayloadLine> newLines, String member) {
    while (lines.size() < newLines.size()) {
      lines.add(new Line());
    }
    for (int i = 0; i < newLines.size(); i++) {
      lines.get(i).show(newLines.get(i), member);
    }
    if (getChildren().size() != newLines.size()) {
      getChildren().setAll(lines.subList(0, newLines.size()));
    }
  }

  private static final class Line extends HBox {
    private final Label name = PayloadView.code("", "key-name");
    private final Label text = PayloadView.code("", "");
    private PayloadLine shown;
    private String shownMember = "";

    Line() {
      getStyleClass().add("payload-line");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label colon = PayloadView.code(" : ", "quiet");
      colon.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().addAll(name, colon, text);
    }

    void show(PayloadLine line, String member) {
      if (line.equals(shown) && member.equals(shownMember)) {
        return;
      }
      if (shown == null || shown.kind() != line.kind()) {
        text.getStyleClass().setAll("label", "code", style(line.kind()));
      }
      name.setText(line.name());
      text.setText(line.text());
      setPadding(new Insets(0, 0, 0, 4 + 14 * Math.min(line.depth(), 12)));
      getStyleClass().remove("chosen");
      if (isChosen(line.path(), member)) {
        getStyleClass().add("chosen");
      }
      shown = line;
      shownMember = member;
    }

    /** Tags of a gateway's report stand below values or errors. */
    private static boolean isChosen(String path, String member) {
      return !member.isEmpty()
          && (path.equals(member)
              || path.equals("values." + member)
              || path.equals("errors." + member));
    }

    private static String style(PayloadLine.Kind kind) {
      return switch (kind) {
        case OBJECT, LIST -> "quiet";
        case TEXT, NUMBER, WORD -> kind.name().toLowerCase(Locale.ROOT);
      };
    }
  }
}
