package dev.plantwright.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.testing.Fx;
import dev.plantwright.shell.help.HelpPage;
import java.nio.file.Path;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTest {
  @TempDir Path userDir;

  private Desk desk() {
    Desk desk = Desk.open(userDir);
    Fx.await("the help", () -> desk.shell.help().desk().pages().size() > 5);
    return desk;
  }

  private static void press(Desk desk, KeyCode code) {
    Fx.run(
        () -> {
          Node owner = desk.shell.window().scene().getFocusOwner();
          Event.fireEvent(
              owner == null ? desk.shell.window().scene().getRoot() : owner,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
    Fx.frames(3);
  }

  private static String page(Desk desk) {
    return Fx.call(() -> desk.shell.help().desk().shown().get().page().id());
  }

  private static void click(Node node) {
    Fx.run(
        () ->
            Event.fireEvent(
                node,
                new MouseEvent(
                    MouseEvent.MOUSE_CLICKED,
                    0,
                    0,
                    0,
                    0,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null)));
    Fx.frames(2);
  }

  @Test
  void f1OpensThePageOfThePartWithTheFocus() {
    try (Desk desk = desk()) {
      Fx.run(() -> desk.shell.show("namespace"));
      press(desk, KeyCode.F1);
      assertThat(page(desk)).isEqualTo("namespace");
      assertThat(Fx.call(() -> desk.shell.focus().getValue().in("help"))).isTrue();
      desk.picture("help-dark");
      click(desk.node("help/link/problems.md"));
      assertThat(page(desk)).isEqualTo("problems");
      Fx.run(() -> desk.shell.help().desk().back());
      assertThat(page(desk)).isEqualTo("namespace");
      press(desk, KeyCode.F1);
      assertThat(page(desk)).isEqualTo("contents");
      Fx.run(() -> desk.shell.run("view.theme.light"));
      desk.picture("help-contents-light");
      click(desk.node("help/link/command:help.keys"));
      assertThat(Fx.call(() -> desk.shell.focus().getValue().in("keys"))).isTrue();
    }
  }

  @Test
  void quickAccessFindsSectionsOfPages() {
    try (Desk desk = desk()) {
      Fx.run(() -> desk.shell.run("quick.access"));
      TextField field = (TextField) desk.node("palette/field");
      Fx.run(() -> field.setText("keys: other keys"));
      press(desk, KeyCode.ENTER);
      assertThat(page(desk)).isEqualTo("keys");
      Fx.frames(4);
      desk.picture("help-section");
    }
  }

  @Test
  void everyPartOfTheWindowHasAPageAndItsLinksLeadSomewhere() {
    try (Desk desk = desk()) {
      var pages = Fx.call(() -> desk.shell.help().desk().pages());
      assertThat(pages.stream().map(HelpPage::id))
          .contains("problems", "progress", "log", "welcome", "keys", "settings", "help");
      assertThat(pages).allSatisfy(p -> assertThat(p.title()).isNotBlank());
    }
  }
}
