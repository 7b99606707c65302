package dev.plantwright.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Focus;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.shell.dock.Layout;
import dev.plantwright.shell.dock.PartTab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTest {
  @TempDir Path userDir;

  private static void press(Desk desk, KeyCode code, boolean shift, boolean ctrl) {
    Fx.run(
        () -> {
          Node owner = desk.shell.window().scene().getFocusOwner();
          Event.fireEvent(
              owner == null ? desk.shell.window().scene().getRoot() : owner,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, ctrl, false, false));
        });
    Fx.frames(2);
  }

  private static Layout read(Desk desk) {
    return Fx.call(() -> desk.shell.dock().read());
  }

  private static String active(Desk desk) {
    return Fx.call(() -> desk.shell.focus().getValue().partId().orElse(""));
  }

  @Test
  void findsTheSameLayoutAfterARestart() throws IOException {
    Files.writeString(userDir.resolve("settings.json"), "{\"welcome.atStart\":false}");
    Layout left;
    try (Desk desk = Desk.open(userDir)) {
      Fx.run(
          () -> {
            desk.shell.arrangements().show("rules");
            desk.shell.open("rule", "rules/over_temp.json");
            desk.shell.show("keys");
            desk.shell.dock().tab("plant").ifPresent(desk.shell.dock()::toggleFold);
            desk.shell.run("view.theme.light");
          });
      Fx.frames(8);
      left = read(desk);
    }
    try (Desk desk = Desk.open(userDir)) {
      Fx.frames(8);
      assertThat(read(desk)).isEqualTo(left);
      assertThat(Fx.call(() -> desk.shell.state().perspective())).isEqualTo("rules");
      assertThat(Fx.call(() -> desk.shell.setting(Shell.THEME).getValue())).isEqualTo("light");
      assertThat(desk.plugin.made).doesNotContain("rules/over_temp.json");
    }
  }

  @Test
  void openEditorsStayWhenThePerspectiveChanges() {
    try (Desk desk = Desk.open(userDir)) {
      Fx.run(
          () -> {
            desk.shell.open("rule", "rules/over_temp.json");
            desk.shell.arrangements().show("rules");
          });
      assertThat(read(desk).parts()).contains("rule:over_temp", "plan");
      assertThat(desk.plugin.ended).doesNotContain("rules/over_temp.json");
    }
  }

  @Test
  void resetBringsTheFirstArrangementBackAndCanBeUndone() {
    try (Desk desk = Desk.open(userDir)) {
      Layout first = read(desk);
      Fx.run(() -> desk.shell.dock().tab("details").ifPresent(t -> desk.shell.dock().close(t)));
      Fx.frames(8);
      Layout changed = read(desk);
      Fx.run(() -> desk.shell.run("perspective.reset"));
      Fx.frames(8);
      assertThat(read(desk).parts()).isEqualTo(first.keeping(p -> !p.equals("welcome")).parts());
      Fx.run(() -> desk.shell.run("perspective.undoReset"));
      Fx.frames(8);
      assertThat(read(desk).parts()).doesNotContain("details");
      assertThat(changed.parts()).doesNotContain("details");
    }
  }

  @Test
  void anUnreadableLayoutIsAProblemAndTheWindowWorks() throws IOException {
    Files.writeString(userDir.resolve("layout.json"), "{ not a layout");
    try (Desk desk = Desk.open(userDir)) {
      assertThat(Fx.call(() -> desk.shell.problems().getFirst().code()))
          .isEqualTo("LAYOUT-UNREADABLE");
      assertThat(read(desk).parts()).contains("plant", "namespace", "problems");
    }
    assertThat(Files.readString(userDir.resolve("layout.json.1"))).isEqualTo("{ not a layout");
  }

  @Test
  void aPartThatThrowsBecomesAnErrorWithThePluginsName() {
    try (Desk desk = Desk.open(userDir)) {
      Fx.run(() -> desk.shell.show("broken"));
      Fx.frames(2);
      assertThat(desk.node("part/broken/error")).isNotNull();
      assertThat(Fx.call(() -> desk.shell.errors().entries().getFirst().origin()))
          .isEqualTo("sample");
      Fx.run(() -> desk.shell.show("details"));
      assertThat(active(desk)).isEqualTo("details");
    }
  }

  @Test
  void aCommandThatThrowsIsLoggedAndCounted() {
    try (Desk desk = Desk.open(userDir)) {
      Fx.run(
          () -> {
            desk.shell.run("sample.throws");
            desk.shell.run("sample.throws");
          });
      assertThat(Fx.call(() -> desk.shell.errors().entries().getFirst().count())).isEqualTo(2);
    }
  }

  @Test
  void keysReachCommandsWhereverTheFocusIs() {
    try (Desk desk = Desk.open(userDir)) {
      press(desk, KeyCode.P, true, true);
      TextField field = (TextField) desk.node("palette/field");
      assertThat(Fx.call(field::isFocused)).isTrue();
      Fx.run(() -> field.setText("err log"));
      press(desk, KeyCode.ENTER, false, false);
      assertThat(active(desk)).isEqualTo("log");
      assertThat(desk.node("palette")).isNull();
      press(desk, KeyCode.L, true, true);
      assertThat(active(desk)).isEqualTo("keys");
    }
  }

  @Test
  void stepsThroughThePartsAndBack() {
    try (Desk desk = Desk.open(userDir)) {
      Fx.run(() -> desk.shell.show("plant"));
      press(desk, KeyCode.F6, false, false);
      assertThat(active(desk)).isEqualTo("sites");
      press(desk, KeyCode.F6, true, false);
      assertThat(active(desk)).isEqualTo("plant");
      Fx.run(() -> desk.shell.show("problems"));
      press(desk, KeyCode.PAGE_DOWN, false, true);
      assertThat(active(desk)).isEqualTo("progress");
    }
  }

  @Test
  void hiddenPartsAreNeitherMadeNorPainted() {
    try (Desk desk = Desk.open(userDir)) {
      Fx.run(() -> desk.shell.dock().maximise(desk.shell.dock().tab("plant").orElseThrow()));
      Fx.frames(4);
      Fx.run(() -> desk.plugin.painted = 0);
      desk.shell.frames().changed();
      Fx.frames(6);
      assertThat(Fx.call(() -> desk.plugin.painted)).isZero();
      assertThat(desk.plugin.made).doesNotContain("plan");
    }
  }

  @Test
  void theFocusSaysWhatIsLookedAt() {
    try (Desk desk = Desk.open(userDir)) {
      Fx.run(() -> desk.shell.open("rule", "rules/over_temp.json"));
      Focus focus = Fx.call(() -> desk.shell.focus().getValue());
      assertThat(focus.in("rule")).isTrue();
      assertThat(focus.file()).contains("rules/over_temp.json");
      PartTab tab = Fx.call(() -> desk.shell.dock().tab("rule:over_temp").orElseThrow());
      Fx.run(() -> tab.select(java.util.List.of("a")));
      assertThat(Fx.call(() -> desk.shell.focus().getValue().selected(String.class)))
          .containsExactly("a");
      assertThat(Fx.call(() -> desk.shell.window().stage().getTitle()))
          .isEqualTo("over_temp - Plantwright");
      assertThat(Optional.of(tab)).isPresent();
    }
  }

  @Test
  void twoCommandsWithTheSameKeysAreAProblem() throws IOException {
    Files.writeString(userDir.resolve("settings.json"), "{\"keys.sample.filter\":\"Ctrl+S\"}");
    try (Desk desk = Desk.open(userDir)) {
      assertThat(Fx.call(() -> desk.shell.problems().getFirst().code())).isEqualTo("KEY-CONFLICT");
      assertThat(Fx.call(() -> desk.shell.commandTable().keys("sample.filter")))
          .isEqualTo("Ctrl+S");
    }
  }
}
