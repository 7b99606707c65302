package dev.plantwright.api.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.plant.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class CodeEditorTest {
  private static final String SQL =
      "-- Alarm\nSELECT avg(temperature) AS mean\nFROM filler\nWHERE temprature > 70\n";

  private static List<CodeEditor.Colour> keywords(String text) {
    var found = Pattern.compile("SELECT|FROM|WHERE|AS").matcher(text);
    List<CodeEditor.Colour> colours = new ArrayList<>();
    while (found.find()) {
      colours.add(new CodeEditor.Colour(found.start(), found.end() - found.start(), "keyword"));
    }
    return colours;
  }

  @Test
  void marksAndColoursShareTheText() {
    CodeEditor editor = Fx.call(() -> new CodeEditor(CodeEditorTest::keywords));
    List<String> edits = new ArrayList<>();
    Stage stage =
        Fx.call(
            () -> {
              Stage s = new Stage();
              Scene scene = new Scene(editor, 600, 200);
              Theme.DARK.apply(scene);
              s.setScene(scene);
              s.show();
              editor.onEdit(edits::add);
              editor.text(SQL);
              int at = SQL.indexOf("temprature");
              editor.marks(List.of(new CodeEditor.Mark(at, 10, Severity.ERROR, "no such column")));
              return s;
            });
    Fx.picture(stage.getScene(), Path.of("target", "code.png"));
    assertThat(edits).isEmpty();
    Fx.run(() -> editor.goTo(4, 7));
    assertThat(Fx.call(editor::line)).isEqualTo(4);
    int at = SQL.indexOf("temprature");
    Fx.run(() -> editor.replace(at, at + 10, "temperature"));
    assertThat(edits).containsExactly(SQL.replace("temprature", "temperature"));
    Fx.run(stage::close);
  }
}
