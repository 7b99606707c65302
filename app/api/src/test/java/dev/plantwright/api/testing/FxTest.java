package dev.plantwright.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class FxTest {
  @Test
  void aWindowShowsWithoutADisplay() {
    Stage stage = Fx.call(Stage::new);
    Fx.run(
        () -> {
          stage.setScene(new Scene(new Label("hello"), 200, 100));
          stage.show();
        });
    Fx.await("showing", stage::isShowing);
    assertThat(Fx.call(Platform::isFxApplicationThread)).isTrue();
    Fx.run(stage::close);
  }
}
