package dev.plantwright.plugins.gateway.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plantwright.api.Deployment;
import dev.plantwright.api.Document;
import dev.plantwright.api.PartType;
import dev.plantwright.api.TagRef;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.field.DataType;
import dev.plantwright.plant.Problem;
import dev.plantwright.plugins.gateway.GatewayPlugin;
import dev.plantwright.plugins.gateway.SmallGateway;
import dev.plantwright.plugins.gateway.SmallPlant;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.Thing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TagsPartTest {
  private static final String FILE = "gateways/filler/tags.csv";

  @TempDir Path folder;
  private TestWorkbench bench;
  private TagsPart part;
  private TagGrid grid;

  @BeforeEach
  void plant() {
    SmallPlant.write(folder);
    bench = new TestWorkbench(folder);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  private void show(Theme theme) {
    PartType type = new GatewayPlugin().parts().getLast();
    part = bench.show(type, Optional.of(FILE), theme, 1000, 640, TagsPart.class);
    Fx.await("the file", () -> part.document().isPresent());
    grid = (TagGrid) Fx.call(() -> part.node().lookup("#part/tags/table"));
    Fx.frames(2);
  }

  private int index(String name) {
    return Fx.call(
        () -> {
          for (int i = 0; i < grid.getItems().size(); i++) {
            if (NameCell.name(grid.getItems().get(i)).equals(name)) {
              return i;
            }
          }
          throw new AssertionError("no row " + name);
        });
  }

  private TextField begin(String name, javafx.scene.control.TableColumn<Line, Line> column) {
    int index = index(name);
    Fx.run(
        () -> {
          grid.getSelectionModel().clearAndSelect(index);
          grid.begin(index, column);
        });
    TextField field = (TextField) Fx.call(() -> grid.lookup("#part/tags/edit"));
    assertThat(field).as("the editor of " + name).isNotNull();
    return field;
  }

  private static void key(TextField field, KeyCode code) {
    Fx.run(
        () ->
            Event.fireEvent(
                field,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private void type(String name, javafx.scene.control.TableColumn<Line, Line> column, String text) {
    TextField field = begin(name, column);
    Fx.run(() -> field.setText(text));
    key(field, KeyCode.ENTER);
  }

  private Document<?> document() {
    return part.document().orElseThrow();
  }

  private String text() {
    return Fx.call(() -> document().text());
  }

  private List<String> names() {
    return Fx.call(() -> grid.getItems().stream().map(NameCell::name).toList());
  }

  @Test
  void typingAnAddressChangesOnlyThatCellOfTheFile() throws Exception {
    show(Theme.DARK);
    type("pressure", grid.columns().address, "1!400005#LB");
    assertThat(text()).isEqualTo(SmallPlant.TAGS.replace("1!400005#LL", "1!400005#LB"));
    assertThat(Fx.call(() -> document().undoLabel())).contains("Change address of pressure");
    Fx.run(() -> bench.save(document()));
    Fx.await("saved", () -> !document().edited().get());
    assertThat(Files.readString(folder.resolve(FILE))).isEqualTo(text());
  }

  @Test
  void undoBringsBackWhatWasWritten() {
    show(Theme.DARK);
    type("temperature", grid.columns().name, "temp");
    type("temp", grid.columns().scale, "0.5");
    assertThat(text()).contains("process,temp,1!400001#LB,Read,FLOAT,1,0.5,,°C");
    Fx.run(() -> document().undo());
    Fx.run(() -> document().undo());
    assertThat(text()).isEqualTo(SmallPlant.TAGS);
    assertThat(Fx.call(() -> document().edited().get())).isFalse();
    assertThat(names()).contains("temperature");
  }

  @Test
  void lettersOfUseAreWrittenAsWords() {
    show(Theme.DARK);
    type("rejects", grid.columns().use, "rw");
    assertThat(text()).contains("rejects,1!300001,Read Write,UINT16");
  }

  @Test
  void escapeLeavesTheCellAsItWas() {
    show(Theme.DARK);
    TextField field = begin("pressure", grid.columns().unit);
    Fx.run(() -> field.setText("mbar"));
    key(field, KeyCode.ESCAPE);
    assertThat(text()).isEqualTo(SmallPlant.TAGS);
    assertThat(Fx.call(() -> grid.getEditingCell())).isNull();
  }

  @Test
  void tabGoesToTheTagBelow() {
    show(Theme.DARK);
    TextField field = begin("temperature", grid.columns().address);
    key(field, KeyCode.TAB);
    assertThat(Fx.call(() -> grid.getEditingCell().getRow())).isEqualTo(index("product_temp"));
  }

  @Test
  void aMistakeIsToldAtItsRowAndToTheProblems() {
    show(Theme.DARK);
    type("rejects", grid.columns().address, "1!900001");
    Line.Entry entry = (Line.Entry) Fx.call(() -> grid.getItems().get(index("rejects")));
    assertThat(entry.problems()).extracting(Problem::code).contains("TAG-ADDRESS");
    assertThat(Fx.call(() -> List.copyOf(bench.problems())))
        .filteredOn(p -> p.place().file().equals(FILE) && p.code().equals("TAG-ADDRESS"))
        .hasSize(1);
    assertThat(quality("rejects")).isEqualTo(entry.problems().getFirst().message());
    Fx.run(() -> document().undo());
    assertThat(Fx.call(() -> List.copyOf(bench.problems())))
        .noneMatch(p -> p.code().equals("TAG-ADDRESS"));
  }

  private String quality(String name) {
    Fx.frames(3);
    int index = index(name);
    return Fx.call(
        () ->
            grid.lookupAll(".table-cell").stream()
                .filter(QualityCell.class::isInstance)
                .map(QualityCell.class::cast)
                .filter(c -> c.getIndex() == index && c.getGraphic() instanceof StatusMark)
                .map(c -> ((StatusMark) c.getGraphic()).getText())
                .findFirst()
                .orElse(""));
  }

  private String cell(String name, javafx.scene.control.TableColumn<Line, Line> column) {
    int index = index(name);
    return Fx.call(
        () ->
            grid.lookupAll(".table-cell").stream()
                .map(n -> (TableCell<?, ?>) n)
                .filter(c -> c.getIndex() == index && c.getTableColumn() == column)
                .map(TableCell::getText)
                .findFirst()
                .orElse(""));
  }

  @Test
  void theExplainerSaysWhatAnAddressMeansWhileItIsTyped() {
    show(Theme.DARK);
    TextField field = begin("temperature", grid.columns().address);
    Label sentence = (Label) Fx.call(() -> part.node().lookup("#part/tags/explainer-sentence"));
    assertThat(Fx.call(sentence::getText))
        .isEqualTo("Unit 1, holding register 1, 32-bit float, byte order BADC.");
    Fx.run(() -> field.setText("1!400001#LX"));
    assertThat(Fx.call(sentence::getText)).contains("#LX");
    assertThat(Fx.call(() -> part.explainer().lookup(".pill")).getStyleClass()).contains("danger");
    key(field, KeyCode.ESCAPE);
    assertThat(Fx.call(() -> part.explainer().isVisible())).isFalse();
  }

  @Test
  void theFilterLeavesRowsWithAllItsWords() {
    show(Theme.DARK);
    TextField filter = (TextField) Fx.call(() -> part.node().lookup("#part/tags/filter"));
    Fx.run(() -> filter.setText("temp °c"));
    assertThat(names())
        .containsExactly("process", "temperature", "product_temp", "recipe", "temp_setpoint");
    Fx.run(() -> filter.setText("nonsense"));
    assertThat(Fx.call(() -> part.body().lookup(".empty-state"))).isNotNull();
  }

  @Test
  void aTagIsAddedBehindTheSelectedOneAndRemoved() {
    show(Theme.DARK);
    int speed = index("speed");
    Fx.run(() -> grid.getSelectionModel().clearAndSelect(speed));
    Fx.run(() -> part.add());
    assertThat(text()).contains("bottles/h,\nprocess,new_tag,1!400011,Read,UINT32,");
    Fx.await("the editor", () -> grid.lookup("#part/tags/edit") != null);
    TextField field = (TextField) Fx.call(() -> grid.lookup("#part/tags/edit"));
    Fx.run(() -> field.setText("speed_2"));
    key(field, KeyCode.ENTER);
    assertThat(names()).contains("speed_2");
    int added = index("speed_2");
    Fx.run(() -> grid.getSelectionModel().clearAndSelect(added));
    Fx.run(() -> part.remove());
    assertThat(text()).isEqualTo(SmallPlant.TAGS);
  }

  @Test
  void valuesRawBytesAndQualityComeFromTheGateway() {
    try (SmallGateway gateway = new SmallGateway()) {
      show(Theme.DARK);
      Fx.run(() -> bench.site().doors().set(Optional.of(gateway.doors())));
      Fx.await("a value", () -> "83.4".equals(cell("temperature", grid.columns().value)));
      assertThat(cell("temperature", grid.columns().raw)).isEqualTo("A6 42 CD CC");
      assertThat(quality("temperature")).isEqualTo("good");
      assertThat(quality("motor_current")).isEqualTo("device refuses the read");
      assertThat(quality("speed_setpoint")).isEqualTo("stale");
    }
  }

  @Test
  void aValueIsWrittenThroughTheGatewayAndARefusalIsToldInWords() {
    try (SmallGateway gateway = new SmallGateway()) {
      show(Theme.DARK);
      Fx.run(() -> bench.site().doors().set(Optional.of(gateway.doors())));
      type("recipe_no", grid.columns().value, "13");
      Fx.await("the write", () -> !gateway.written().isEmpty());
      assertThat(gateway.written().getFirst())
          .contains("\"tag\":\"recipe_no\"")
          .contains("\"value\":13");
      type("recipe_no", grid.columns().value, "99");
      Fx.await("the refusal", () -> bench.asked().contains("tell recipe_no was not written"));
      assertThat(text()).isEqualTo(SmallPlant.TAGS);
    }
  }

  @Test
  void anEditorThatIsRestoredWaitsForThePlant() {
    try (TestWorkbench empty = new TestWorkbench()) {
      PartType type = new GatewayPlugin().parts().getLast();
      TagsPart early = empty.show(type, Optional.of(FILE), Theme.DARK, 600, 400, TagsPart.class);
      Fx.frames(2);
      assertThat(Fx.call(early::document)).isEmpty();
    }
  }

  @Test
  void aRefusedWriteIsExplained() {
    assertThat(TagWrite.why(new DoorException("neuron", 200, 3015, "POST /write filler: no")))
        .startsWith("The device does not answer")
        .endsWith("(error 3015).");
    assertThatThrownBy(() -> TagWrite.value(DataType.FLOAT, "warm"))
        .hasMessage("\"warm\" is not a number.");
    assertThat(TagWrite.value(DataType.UINT32, "1,284").toString()).isEqualTo("1284");
    assertThat(TagWrite.value(DataType.FLOAT, "\u22120.5").toString()).isEqualTo("-0.5");
    assertThat(TagWrite.value(DataType.BIT, "true").toString()).isEqualTo("1");
  }

  @Test
  void anUndeployedTagHasNoValueAndTheBannerLeadsToTheDeployment() {
    show(Theme.DARK);
    Fx.run(() -> bench.site().deployment().set(deployment()));
    assertThat(quality("fill_volume")).isEqualTo("not deployed yet");
    assertThat(names()).contains("cip_phase");
    List<String> words =
        Fx.call(
            () ->
                part.node().lookup("#part/tags/banner").lookupAll(".label").stream()
                    .map(n -> ((Label) n).getText())
                    .toList());
    assertThat(words)
        .anyMatch(w -> w.startsWith("3 changes of filler not deployed to the site: 1 added,"));
    Fx.run(
        () ->
            ((javafx.scene.control.Button)
                    part.node().lookup("#part/tags/banner").lookup(".primary"))
                .fire());
    assertThat(bench.asked()).contains("run site.deploy");
  }

  private static Deployment deployment() {
    return new Deployment(
        List.of(
            change(Change.Kind.ADDED, "process", "fill_volume", ""),
            change(Change.Kind.CHANGED, "process", "temperature", "1!400001#LB, FLOAT, Read"),
            change(Change.Kind.REMOVED, "counters", "cip_phase", "1!300005, UINT16, Read")),
        Optional.of(Instant.now()),
        Optional.of(Instant.now()),
        Optional.empty());
  }

  private static Change change(Change.Kind kind, String group, String tag, String before) {
    return new Change(
        kind,
        new Thing(Thing.Kind.TAG, List.of("filler", group, tag)),
        kind == Change.Kind.CHANGED ? "precision 1, was 0" : "",
        Optional.of(before).filter(b -> !b.isEmpty()),
        Optional.empty());
  }

  @Test
  void theSelectionNamesTagsAndTheirTopics() {
    show(Theme.DARK);
    int speed = index("speed");
    Fx.run(() -> grid.getSelectionModel().clearAndSelect(speed));
    assertThat(Fx.call(() -> bench.focus().getValue().selected(TagRef.class)))
        .containsExactly(new TagRef("filler", "process", "speed"));
    assertThat(Fx.call(() -> part.topics().toString())).isEqualTo("[acme/line1/filler#speed]");
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void theTableIsDrawn(Theme theme) throws Exception {
    try (SmallGateway gateway = new SmallGateway()) {
      show(theme);
      Fx.run(() -> bench.site().doors().set(Optional.of(gateway.doors())));
      Fx.run(() -> bench.site().deployment().set(deployment()));
      Fx.await("a value", () -> "83.4".equals(cell("temperature", grid.columns().value)));
      Fx.frames(3);
      Fx.picture(bench.stage().getScene(), Path.of("target", "tags-" + theme + ".png"));
      TextField field = begin("temperature", grid.columns().address);
      Fx.frames(3);
      Path picture = Path.of("target", "tags-address-" + theme + ".png");
      Fx.picture(bench.stage().getScene(), picture);
      assertThat(Files.size(picture)).isGreaterThan(20_000);
      Fx.run(() -> field.setText("1!400001#LX"));
      Fx.frames(2);
      Fx.picture(bench.stage().getScene(), Path.of("target", "tags-invalid-" + theme + ".png"));
      key(field, KeyCode.ESCAPE);
      Fx.run(() -> bench.stage().setWidth(1240));
      Fx.frames(3);
      Fx.picture(bench.stage().getScene(), Path.of("target", "tags-wide-" + theme + ".png"));
      Fx.run(() -> bench.stage().setWidth(700));
      Fx.frames(3);
      Fx.picture(bench.stage().getScene(), Path.of("target", "tags-narrow-" + theme + ".png"));
    }
  }
}
