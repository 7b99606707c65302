package dev.plantwright.plugins.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TextField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespacePictureTest {
  @ParameterizedTest
  @CsvSource({"DARK,970,560", "LIGHT,970,560", "LIGHT,758,560", "DARK,420,400"})
  void theTreeIsDrawn(Theme theme, int width, int height) throws Exception {
    try (TestWorkbench bench = new TestWorkbench()) {
      NamespacePart part =
          bench.show(
              new NamespacePlugin().parts().getFirst(),
              Optional.empty(),
              theme,
              width,
              height,
              NamespacePart.class);
      new Feed(bench.live()).plant();
      TextField field = (TextField) Fx.call(() -> part.node().lookup("#part/namespace/filter"));
      Fx.run(() -> field.setText("temp > 70"));
      Fx.run(() -> field.positionCaret(9));
      RowTable table = (RowTable) Fx.call(() -> part.node().lookup("#part/namespace/tree"));
      Fx.await("rows", () -> table.getItems().size() > 20);
      int pasteuriser = bench.live().latest().find("acme/hamburg/packaging/pasteuriser", "");
      int temperature = bench.live().latest().find(Feed.LINE + "filler", "temperature");
      Fx.run(
          () -> {
            table.rows().collapse(pasteuriser);
            table.rows().collapse(bench.live().latest().find("acme/berlin", ""));
            table.frame();
            table.reveal(temperature);
            table.requestFocus();
            table.scrollTo(0);
          });
      Path picture = Path.of("target", "namespace-" + theme + "-" + width + ".png");
      Fx.frames(3);
      Fx.picture(bench.stage().getScene(), picture);
      assertThat(Files.size(picture)).isGreaterThan(20_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"DARK,380", "LIGHT,300"})
  void theDetailsAreDrawn(Theme theme, int width) throws Exception {
    try (TestWorkbench bench = new TestWorkbench()) {
      new Feed(bench.live()).plant();
      DetailsPart part =
          bench.show(
              new NamespacePlugin().parts().getLast(),
              Optional.empty(),
              theme,
              width,
              800,
              DetailsPart.class);
      Fx.run(
          () ->
              part.show(
                  RowWords.ref(
                      bench.live().latest(),
                      bench.live().latest().find(Feed.LINE + "filler", "temperature"))));
      Fx.frames(3);
      Fx.await(
          "history",
          () ->
              !((javafx.scene.control.TableView<?>) part.node().lookup("#part/details/history"))
                  .getItems()
                  .isEmpty());
      Fx.frames(3);
      Path picture = Path.of("target", "details-" + theme + "-" + width + ".png");
      Fx.picture(bench.stage().getScene(), picture);
      assertThat(Files.size(picture)).isGreaterThan(10_000);
    }
  }
}
