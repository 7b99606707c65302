package dev.plantwright.plugins.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Part;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.theme.Theme;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesPartTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Theme.class)
  void listsRulesAndStreamsWithTheirStates(Theme theme) throws Exception {
    RulePlant.write(
        folder, "rules/broken.json", "{\"id\":\"broken\",\"sql\":\"SELECT FROM\",\"actions\":[]}");
    try (RulePlant plant = new RulePlant(folder)) {
      plant.connect();
      plant.message();
      Part part =
          plant.bench.show(RulePlant.type("rules"), Optional.empty(), theme, 300, 240, Part.class);
      ListView<?> list = (ListView<?>) Fx.call(() -> part.node().lookup("#part/rules/list"));
      Fx.await("the state of the rule", () -> said(list).contains("68,412 rows in, 27 rows out"));
      assertThat(Fx.call(() -> said(list)))
          .contains("broken: not deployed yet", "filler: running, reads " + RulePlant.TOPIC);
      Fx.picture(plant.bench.stage().getScene(), Path.of("target", "rules-" + theme + ".png"));
      Fx.run(
          () -> {
            list.getSelectionModel().select(2);
            list.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
          });
      assertThat(plant.bench.asked()).contains("file rules/over_temp.json");
    }
  }

  @Test
  void aStreamIsCheckedAsText() throws Exception {
    try (RulePlant plant = new RulePlant(folder)) {
      Part part =
          plant.bench.show(
              RulePlant.type("text"),
              Optional.of("streams/filler.sql"),
              Theme.LIGHT,
              800,
              200,
              Part.class);
      Fx.await("the file", () -> part.document().isPresent());
      CodeArea area = RulePlant.area(part, "part/text/editor");
      Fx.run(() -> area.replaceText(14, 20, "capper"));
      Fx.await(
          "a problem",
          () ->
              plant.bench.problems().stream()
                  .anyMatch(p -> p.code().equals("STREAM-NAME") && p.place().column() == 15));
      Fx.await("a squiggle", () -> area.getStyleOfChar(14).contains("squiggle-error"));
      Fx.picture(plant.bench.stage().getScene(), Path.of("target", "text.png"));
    }
  }

  private static String said(ListView<?> list) {
    StringBuilder all = new StringBuilder();
    list.lookupAll(".list-cell")
        .forEach(c -> all.append(((ListCell<?>) c).getAccessibleText()).append('\n'));
    return all.toString();
  }
}
