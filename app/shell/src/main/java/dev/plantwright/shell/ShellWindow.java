package dev.plantwright.shell;

import dev.plantwright.api.Notice;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.shell.commands.CommandTable;
import dev.plantwright.shell.commands.Keys;
import dev.plantwright.shell.dock.LayoutFile.WindowPlace;
import dev.plantwright.shell.window.MenuRow;
import dev.plantwright.shell.window.NoticeCorner;
import dev.plantwright.shell.window.Overlay;
import dev.plantwright.shell.window.StatusRow;
import dev.plantwright.shell.window.ToolRow;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The main window: menu, toolbar, docked parts, status bar, and what lies over them. */
final class ShellWindow {
  private static final double NARROW = 1400;

  private final Stage stage;
  private final Scene scene;
  private final MenuRow menus;
  private final ToolRow tools;
  private final StatusRow status;
  private final NoticeCorner notices = new NoticeCorner();
  private final Overlay overlay = new Overlay();
  private Theme theme = Theme.DARK;

  ShellWindow(Stage stage, Node parts, CommandTable commands, StatusRow.Opener open) {
    this.stage = stage;
    menus = new MenuRow(commands);
    tools = new ToolRow(commands);
    status = new StatusRow(open);
    BorderPane frame = new BorderPane(parts, new VBox(menus, tools), null, status, null);
    StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(notices, new Insets(0, 12, 36, 12));
    StackPane root = new StackPane(frame, notices, overlay);
    root.setId("window");
    root.getStyleClass().add("workbench");
    scene = new Scene(root, 1600, 1000);
    scene.widthProperty().addListener((o, before, width) -> narrow(width.doubleValue()));
    narrow(scene.getWidth());
    Keys.listen(scene, commands);
    stage.setScene(scene);
    stage.setMinWidth(1024);
    stage.setMinHeight(700);
  }

  /** As if the user closed the window. */
  void requestClose() {
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  Stage stage() {
    return stage;
  }

  Scene scene() {
    return scene;
  }

  MenuRow menus() {
    return menus;
  }

  ToolRow tools() {
    return tools;
  }

  StatusRow status() {
    return status;
  }

  Overlay overlay() {
    return overlay;
  }

  void tell(Notice notice) {
    notices.tell(notice);
  }

  private void narrow(double width) {
    boolean now = width < NARROW;
    menus.narrow(now);
    tools.narrow(now);
    status.narrow(now);
  }

  /** Dresses this window; {@link #dress} others. */
  void theme(Theme next) {
    theme = next;
    dress(scene);
  }

  /** Puts the theme on the scene of another window. */
  void dress(Scene other) {
    theme.apply(other);
    String sheet = ShellWindow.class.getResource("shell.css").toExternalForm();
    other.getStylesheets().remove(sheet);
    other.getStylesheets().add(sheet);
  }

  /** Where the window was, if that is still on a screen; else the designed size. */
  void place(Optional<WindowPlace> former) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    Optional<WindowPlace> usable =
        former.filter(
            w -> !Screen.getScreensForRectangle(w.x(), w.y(), w.width(), w.height()).isEmpty());
    if (usable.isPresent()) {
      WindowPlace w = usable.get();
      stage.setX(w.x());
      stage.setY(w.y());
      stage.setWidth(Math.min(w.width(), screen.getWidth()));
      stage.setHeight(Math.min(w.height(), screen.getHeight()));
      stage.setMaximized(w.maximised());
    } else {
      stage.setX(screen.getMinX());
      stage.setY(screen.getMinY());
      stage.setWidth(Math.min(1600, screen.getWidth()));
      stage.setHeight(Math.min(1000, screen.getHeight()));
    }
  }

  WindowPlace place() {
    return new WindowPlace(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }
}
