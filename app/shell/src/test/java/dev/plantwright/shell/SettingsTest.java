package dev.plantwright.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path userDir;

  private static Desk show(Path userDir) {
    Desk desk = Desk.open(userDir);
    Fx.run(() -> desk.shell.run("window.settings"));
    Fx.frames(4);
    return desk;
  }

  private static void search(Desk desk, String text) {
    Fx.run(() -> ((TextField) desk.node("part/settings/search")).setText(text));
  }

  private static String count(Desk desk) {
    return Fx.call(() -> ((Label) desk.node("part/settings/count")).getText());
  }

  @Test
  void searchFindsByNameGroupAndDescription() {
    try (Desk desk = show(userDir)) {
      search(desk, "kept messages");
      assertThat(count(desk)).startsWith("1 of ");
      assertThat(desk.node("setting/sample.kept")).isNotNull();
      search(desk, "nothing of that name");
      assertThat(count(desk)).startsWith("0 of ");
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void aValueTakesEffectAtOnceSaysItIsTheUsersAndCanBeReset() throws IOException {
    try (Desk desk = show(userDir)) {
      Fx.run(() -> ((ComboBox<String>) desk.node("setting/workbench.theme")).setValue("light"));
      assertThat(Fx.call(() -> Theme.of(desk.shell.window().scene().getRoot())))
          .isEqualTo(Theme.LIGHT);
      Fx.run(() -> ((ToggleSwitch) desk.node("setting/welcome.atStart")).setSelected(false));
      desk.picture("settings-light");
      Fx.run(() -> ((Button) desk.node("setting/workbench.theme/reset")).fire());
      assertThat(Fx.call(() -> Theme.of(desk.shell.window().scene().getRoot())))
          .isEqualTo(Theme.DARK);
    }
    assertThat(Files.readString(userDir.resolve("settings.json")))
        .contains("welcome.atStart")
        .doesNotContain("workbench.theme");
  }

  @Test
  void aTextThatIsNoNumberIsToldAndNotTaken() throws IOException {
    Files.writeString(userDir.resolve("settings.json"), "{\"sample.kept\":\"many\"}");
    try (Desk desk = show(userDir)) {
      TextField field = (TextField) desk.node("setting/sample.kept");
      assertThat(Fx.call(() -> field.getText())).isEqualTo("200");
      desk.picture("settings-refused");
      Fx.run(
          () -> {
            field.setText("12x");
            field.fireEvent(new javafx.event.ActionEvent());
          });
      assertThat(Fx.call(() -> field.getStyleClass().contains("error"))).isTrue();
      assertThat(Fx.call(() -> desk.shell.setting(SamplePlugin.KEPT).getValue())).isEqualTo(200);
      desk.picture("settings-dark");
      Fx.run(
          () -> {
            field.setText("300");
            field.fireEvent(new javafx.event.ActionEvent());
          });
      assertThat(Fx.call(() -> desk.shell.setting(SamplePlugin.KEPT).getValue())).isEqualTo(300);
      assertThat(Fx.call(() -> field.getStyleClass().contains("error"))).isFalse();
    }
  }
}
