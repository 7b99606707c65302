package dev.plantwright.shell.frames;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Scope;
import dev.plantwright.api.testing.Fx;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FramePumpTest {
  private final List<Node> failed = new ArrayList<>();
  private final FramePump pump = new FramePump(System::nanoTime, (node, e) -> failed.add(node));
  private final Scope scope = new Scope();
  private Stage stage;
  private Pane shown;
  private Pane hidden;
  private int paints;
  private int hiddenPaints;

  @BeforeEach
  void open() {
    Fx.run(
        () -> {
          shown = new Pane();
          hidden = new Pane();
          hidden.setVisible(false);
          stage = new Stage();
          stage.setScene(new Scene(new StackPane(shown, hidden), 200, 200));
          stage.show();
          pump.paint(scope, shown, 30, () -> paints++);
          pump.paint(scope, hidden, 30, () -> hiddenPaints++);
        });
    Fx.await("the first paint", () -> paints > 0);
  }

  @AfterEach
  void close() {
    Fx.run(stage::close);
    pump.close();
  }

  @Test
  void paintsOnceForManyChangesAndNeverWhatIsHidden() {
    Fx.run(() -> paints = 0);
    for (int i = 0; i < 10_000; i++) {
      pump.changed();
    }
    Fx.await("a paint", () -> paints > 0);
    assertThat(Fx.call(() -> paints)).isLessThan(40);
    assertThat(Fx.call(() -> hiddenPaints)).isZero();
  }

  @Test
  void paintsWhatBecomesVisible() {
    Fx.run(() -> hidden.setVisible(true));
    pump.changed();
    Fx.await("the paint of what was hidden", () -> hiddenPaints > 0);
  }

  @Test
  void sleepsWhileTheWindowIsClosed() {
    Fx.run(stage::hide);
    Fx.run(() -> paints = 0);
    pump.changed();
    Fx.run(() -> {});
    Fx.run(stage::show);
    Fx.await("painting goes on", () -> paints > 0);
  }

  @Test
  void aPainterThatThrowsIsToldOnceAndNotCalledAgain() {
    Fx.run(
        () ->
            pump.paint(
                scope,
                shown,
                30,
                () -> {
                  throw new IllegalStateException("paint");
                }));
    Fx.await("the failure", () -> !failed.isEmpty());
    Fx.run(() -> paints = 0);
    pump.changed();
    Fx.await("the others go on", () -> paints > 0);
    assertThat(failed).containsExactly(shown);
  }

  @Test
  void endsWithItsScope() {
    Fx.run(
        () -> {
          scope.close();
          paints = 0;
        });
    pump.changed();
    Fx.frames(4);
    assertThat(Fx.call(() -> paints)).isZero();
  }
}
