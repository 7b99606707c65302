package dev.plantwright.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.testing.Fx;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowTest {
  @TempDir Path userDir;

  @Test
  void foldsAndShortensInANarrowWindow() {
    try (Desk desk = Desk.open(WorkbenchOptions.in(userDir), 1280, 800)) {
      Fx.frames(8);
      desk.picture("narrow-dark");
      assertThat(Fx.call(() -> desk.shell.dock().read().parts())).contains("details", "sites");
    }
  }

  @Test
  void drawsTheWindowInBothThemes() {
    try (Desk desk = Desk.open(userDir)) {
      Fx.run(() -> desk.shell.show("welcome"));
      desk.picture("welcome-dark");
      Fx.run(() -> desk.shell.open("rule", "rules/over_temp.json"));
      desk.picture("rule-dark");
      Fx.run(() -> desk.shell.run("view.theme.light"));
      desk.picture("rule-light");
      Fx.run(() -> desk.shell.run("quick.access"));
      desk.picture("palette-light");
      assertThat(Fx.call(() -> desk.shell.state().parts())).contains("rule:over_temp", "welcome");
    }
  }
}
