package dev.plantwright.plugins.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Document;
import dev.plantwright.api.Part;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.text.Lines;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulePartTest {
  @TempDir Path folder;
  private RulePlant plant;

  @BeforeEach
  void make() throws Exception {
    plant = new RulePlant(folder);
  }

  @AfterEach
  void end() {
    plant.close();
  }

  @Test
  void anUnknownStreamIsUnderlinedAndToldAtItsPlaceInTheFile() {
    RulePart part = plant.open(Theme.DARK);
    CodeArea area = RulePlant.area(part, "part/rule/editor");
    replace(area, "FROM   filler", "FROM   fillr");
    Fx.await("a problem", () -> problem(part).isPresent());
    assertThat(problem(part).orElseThrow().place()).isEqualTo(place(part, "fillr\\n"));
    int at = Fx.call(() -> area.getText().indexOf("fillr"));
    assertThat(styles(area, at)).contains("squiggle-error");
    assertThat(styles(area, at + 4)).contains("squiggle-error");
    assertThat(styles(area, at - 1)).doesNotContain("squiggle-error");
  }

  @Test
  void aSyntaxErrorIsToldAtItsPlaceAndGoesWhenItIsMended() {
    RulePart part = plant.open(Theme.DARK);
    CodeArea area = RulePlant.area(part, "part/rule/editor");
    replace(area, "> 80", "> )");
    Fx.await("a problem", () -> problem(part).isPresent());
    assertThat(problem(part).orElseThrow().place()).isEqualTo(place(part, ")\""));
    assertThat(styles(area, Fx.call(() -> area.getText().indexOf(')')))).contains("squiggle-error");
    replace(area, "> )", "> 81");
    Fx.await("no problem", () -> problem(part).isEmpty());
  }

  @Test
  void editingTheSqlKeepsTheRestOfTheFileAsItIsWritten() {
    RulePart part = plant.open(Theme.DARK);
    replace(RulePlant.area(part, "part/rule/editor"), "> 80", "> 75");
    assertThat(text(part)).isEqualTo(RulePlant.RULE_TEXT.replace("> 80", "> 75"));
    assertThat(RulePlant.area(part, "part/rule/json")).isNull();
    choose(part, "JSON");
    CodeArea json = RulePlant.area(part, "part/rule/json");
    assertThat(shown(json)).isEqualTo(text(part));
    replace(json, "over_temp\",", "over_temp2\",");
    assertThat(text(part)).contains("\"id\":   \"over_temp2\",").contains("> 75");
    choose(part, "SQL");
    Fx.run(() -> document(part).undo());
    Fx.run(() -> document(part).undo());
    assertThat(text(part)).isEqualTo(RulePlant.RULE_TEXT);
    CodeArea area = RulePlant.area(part, "part/rule/editor");
    assertThat(shown(area)).contains("> 80").hasLineCount(5);
  }

  @Test
  void whatIsTypedInOneGoIsUndoneInOneGo() {
    RulePart part = plant.open(Theme.DARK);
    CodeArea area = RulePlant.area(part, "part/rule/editor");
    Fx.run(() -> "AND x".chars().forEach(c -> area.appendText(Character.toString(c))));
    assertThat(text(part)).contains("> 80AND x\"");
    Fx.run(() -> document(part).undo());
    assertThat(text(part)).isEqualTo(RulePlant.RULE_TEXT);
  }

  @Test
  void withoutReadableJsonTheSqlCannotBeEdited() {
    RulePart part = plant.open(Theme.DARK);
    choose(part, "JSON");
    replace(RulePlant.area(part, "part/rule/json"), "\"id\":", "\"id\"");
    choose(part, "SQL");
    assertThat(Fx.call(() -> RulePlant.area(part, "part/rule/editor").isEditable())).isFalse();
    assertThat(labels(part)).contains("The JSON has a mistake, so its SQL cannot be edited here.");
  }

  @Test
  void goesToAPlaceOfTheFileInTheSqlOrInTheJson() {
    RulePart part = plant.open(Theme.DARK);
    Fx.run(() -> part.goTo(place(part, "filler\\n")));
    assertThat(labels(part)).contains("Line 4, column 8");
    Fx.run(() -> part.goTo(place(part, "\"log\"")));
    assertThat(Fx.call(() -> part.state().get("view"))).isEqualTo("JSON");
    assertThat(labels(part)).contains("Line 6, column 7");
    Fx.picture(plant.bench.stage().getScene(), Path.of("target", "rule-json.png"));
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void showsTheStateOfTheRuleAndProposesColumnsWithTheirValues(Theme theme) {
    plant.connect();
    RulePart part = plant.open(theme);
    plant.message();
    Fx.await("the state", () -> labels(part).contains("68,412   0.0/s"));
    assertThat(labels(part)).contains("running", "connection lost to 127.0.0.1:1883");
    CodeArea area = RulePlant.area(part, "part/rule/editor");
    replace(area, "timestamp\n", "timestmp\n");
    replace(area, "FROM   filler", "FROM   fillr");
    Fx.await("a problem", () -> problem(part).isPresent());
    Fx.picture(plant.bench.stage().getScene(), Path.of("target", "rule-" + theme + ".png"));
    replace(area, "FROM   fillr", "FROM   filler");
    Fx.run(() -> area.moveTo(area.getText().indexOf("timestmp")));
    insert(area, "te");
    ListView<?> list = proposals();
    assertThat(Fx.call(() -> list.getItems().getFirst().toString()))
        .contains("values->temperature", "FLOAT", "filler, 83.4 °C now");
    Fx.picture(list.getScene(), Path.of("target", "completion-" + theme + ".png"));
    press(area, KeyCode.TAB);
    assertThat(shown(area)).contains("80 AS high_limit, values->temperature\n");
    assertThat(popups()).isEmpty();
  }

  @Test
  void enterInsertsAFunctionWithTheCaretInItsParentheses() {
    RulePart part = plant.open(Theme.DARK);
    CodeArea area = RulePlant.area(part, "part/rule/editor");
    Fx.run(() -> area.moveTo(area.getText().indexOf("80 AS")));
    insert(area, "av");
    proposals();
    press(area, KeyCode.ENTER);
    assertThat(shown(area)).contains("avg()80 AS");
    int caret = Fx.call(area::getCaretPosition);
    assertThat(Fx.call(() -> area.getText(caret - 1, caret + 1))).isEqualTo("()");
  }

  @Test
  void stopsTheRuleOnTheSite() {
    plant.connect();
    RulePart part = plant.open(Theme.DARK);
    Button stop = (Button) Fx.call(() -> part.node().lookup("#part/rule/stop"));
    Fx.await("that it runs", () -> !stop.isDisabled());
    Fx.run(stop::fire);
    Fx.await("the request", () -> plant.asked.contains("POST /rules/over_temp/stop"));
    Fx.run(() -> ((Button) part.node().lookup("#part/rule/deploy")).fire());
    assertThat(plant.bench.asked()).contains("run site.deploy");
  }

  private Optional<Problem> problem(RulePart part) {
    return plant.bench.problems().stream()
        .filter(p -> p.place().file().equals(RulePlant.RULE) && p.code().startsWith("SQL"))
        .findFirst();
  }

  private static Place place(RulePart part, String piece) {
    String text = Fx.call(() -> part.document().orElseThrow().text());
    return Place.of(RulePlant.RULE, Lines.of(text), text.indexOf(piece));
  }

  private static Document<?> document(Part part) {
    return part.document().orElseThrow();
  }

  private static String text(Part part) {
    return Fx.call(() -> document(part).text());
  }

  private static String shown(CodeArea area) {
    return Fx.call(() -> area.getText());
  }

  private static void choose(Part part, String view) {
    Fx.run(() -> ((Segmented) part.node().lookup("#part/rule/view")).choose(view));
  }

  private static void replace(CodeArea area, String piece, String by) {
    Fx.run(
        () -> {
          int at = area.getText().indexOf(piece);
          area.replaceText(at, at + piece.length(), by);
        });
  }

  private static void insert(CodeArea area, String text) {
    Fx.run(() -> text.chars().forEach(c -> area.replaceSelection(Character.toString(c))));
  }

  private static void press(CodeArea area, KeyCode code) {
    Fx.run(
        () ->
            area.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private static List<String> styles(CodeArea area, int at) {
    return List.copyOf(Fx.call(() -> area.getStyleOfChar(at)));
  }

  private static ListView<?> proposals() {
    Fx.await("proposals", () -> !popups().isEmpty());
    return (ListView<?>)
        Fx.call(() -> popups().getFirst().getScene().lookup("#part/rule/completion"));
  }

  private static List<Popup> popups() {
    return Fx.call(
        () ->
            Window.getWindows().stream()
                .filter(w -> w instanceof Popup && w.isShowing())
                .map(Popup.class::cast)
                .toList());
  }

  private static List<String> labels(Part part) {
    return Fx.call(
        () ->
            Stream.of(part.node())
                .flatMap(n -> n.lookupAll(".label").stream())
                .filter(Node::isVisible)
                .map(n -> ((Label) n).getText())
                .toList());
  }
}
