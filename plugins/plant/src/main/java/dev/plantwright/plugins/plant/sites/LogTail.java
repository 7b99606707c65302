package dev.plantwright.plugins.plant.sites;

import dev.plantwright.api.controls.Buttons;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/** The end of a log file, to be read. */
final class LogTail {
  private static final int MOST = 64 * 1024;

  private LogTail() {}

  /** The last 64 kB, from the start of a line. */
  static String read(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - MOST);
      byte[] bytes = new byte[(int) (in.length() - from)];
      in.seek(from);
      in.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }
  }

  static void show(Window owner, Path file, String text) {
    Popup popup = new Popup();
    popup.setAutoHide(true);
    TextArea area = new TextArea(text);
    area.setEditable(false);
    area.getStyleClass().add("mono");
    area.setPrefSize(Math.min(900, owner.getWidth() - 80), 420);
    Label name = new Label(file.toString());
    name.getStyleClass().addAll("muted", "dense");
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox foot = new HBox(8, name, Buttons.of("Close", popup::hide));
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox panel = new VBox(8, area, foot);
    panel.setPadding(new Insets(12));
    panel.getStyleClass().add("popup-panel");
    popup.getContent().add(panel);
    popup.show(owner, owner.getX() + 40, owner.getY() + 120);
    area.positionCaret(text.length());
  }
}
