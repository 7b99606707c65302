package dev.plantwright.plugins.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Focus;
import dev.plantwright.api.ValueRef;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Spark;
import dev.plantwright.sites.mqtt.LinkState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamespacePartTest {
  private TestWorkbench bench;
  private Feed feed;
  private NamespacePart part;
  private RowTable table;

  @BeforeEach
  void open() {
    bench = new TestWorkbench();
    feed = new Feed(bench.live());
    part =
        bench.show(
            new NamespacePlugin().parts().getFirst(),
            Optional.empty(),
            Theme.DARK,
            970,
            560,
            NamespacePart.class);
    table = part.table();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theFilterIsExplainedAndCounted() {
    plant();
    type("temp > 72");
    assertThat(label("meaning")).isEqualTo("topic contains “temp” and value above 72");
    assertThat(label("count")).isEqualTo("3 of 5 topics");
    type("temp >");
    assertThat(label("meaning")).isEqualTo("topic contains “temp”; a number is missing after >");
    type("");
    assertThat(label("count")).isEqualTo("5 topics");
  }

  @Test
  void onlyMatchesLeavesTheRestOutAndSaysWhenNothingIsLeft() {
    plant();
    type("temp > 82");
    Fx.run(() -> part.onlyMatches(true));
    assertThat(names()).containsExactly("acme", "line1", "filler", "temperature");
    type("temp > 1000");
    assertThat(texts()).contains("No topic matches", "5 topics searched.");
    click("Clear filter");
    assertThat(names()).hasSize(9);
  }

  @Test
  void valuesAreShownWithUnitRateAgeAndQuality() {
    long now = bench.holdTime();
    for (int i = 0; i < 6; i++) {
      feed.report("filler", "g", now - 2_500 + i * 500, "\"speed\":24310.7", "");
    }
    feed.report("filler", "g", now, "", "\"power\":3015");
    shown("power");
    int index = index("speed");
    List<String> cells =
        Fx.call(() -> table.getColumns().stream().map(c -> (String) c.getCellData(index)).toList());
    assertThat(cells.get(0)).isEqualTo("speed");
    assertThat(cells.get(1)).isEqualTo("24,311");
    assertThat(cells.get(4)).isEqualTo("2.0/s");
    assertThat(cells.get(6)).isEqualTo("good");
    int power = index("power");
    assertThat(Fx.call(() -> table.getColumns().get(1).getCellData(power))).isEqualTo("–");
    assertThat(Fx.call(() -> table.getColumns().get(6).getCellData(power)))
        .isEqualTo("device does not answer");
  }

  @Test
  void theChosenRowIsToldAndStaysChosenWhenRowsCome() {
    plant();
    Fx.run(() -> table.reveal(handle("line1/filler", "pressure")));
    assertThat(selected()).containsExactly(ref("pressure"));
    feed.send("acme/line0/x", "1", System.currentTimeMillis());
    feed.send("aaa", "1", System.currentTimeMillis());
    shown("aaa");
    assertThat(selected()).containsExactly(ref("pressure"));
    assertThat(Fx.call(() -> table.row(table.getSelectionModel().getSelectedIndex()).name()))
        .isEqualTo("pressure");
    Fx.run(
        () -> {
          table.rows().collapse(handle("line1/filler", ""));
          table.frame();
        });
    assertThat(current()).isEqualTo("filler");
    assertThat(selected()).containsExactly(new ValueRef("acme/line1/filler", Optional.empty()));
  }

  @Test
  void arrowsOpenAndCloseBranches() {
    plant();
    Fx.run(() -> table.getSelectionModel().clearAndSelect(0));
    key(KeyCode.LEFT);
    assertThat(names()).containsExactly("acme");
    key(KeyCode.RIGHT);
    key(KeyCode.RIGHT);
    assertThat(Fx.call(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(1);
    key(KeyCode.LEFT);
    key(KeyCode.LEFT);
    assertThat(Fx.call(() -> table.getSelectionModel().getSelectedIndex())).isZero();
  }

  @Test
  void matchesAreVisitedInTurn() {
    plant();
    type("temp");
    Fx.run(() -> part.match(true));
    assertThat(current()).isEqualTo("motor_temp");
    Fx.run(() -> part.match(true));
    assertThat(current()).isEqualTo("temperature");
    Fx.run(() -> part.match(false));
    assertThat(current()).isEqualTo("motor_temp");
  }

  @Test
  void rowsAreCopiedWithFullPrecision() {
    plant();
    Fx.run(() -> table.reveal(handle("line1/filler", "pressure")));
    Fx.run(part::copy);
    assertThat(Fx.call(() -> Clipboard.getSystemClipboard().getString()).lines().toList().get(1))
        .startsWith("acme/line1/filler/pressure\t4.2098765\t");
  }

  @Test
  void emptinessSaysWhyAndWhatToDo() {
    bench.live().link(new LinkState.Connected(Instant.now().minusSeconds(8)));
    Fx.await("connected", () -> texts().contains("No messages yet"));
    assertThat(texts())
        .anyMatch(text -> text.matches("Connected, subscribed to # for \\d+ s\\. .*simulator.*"));
    click("Start the simulator");
    assertThat(bench.site().asked()).contains("simulate true");
    bench.live().link(new LinkState.Retrying("connection refused", Instant.now().plusSeconds(60)));
    Fx.await("lost", () -> texts().contains("Not connected"));
    click("Open sites");
    assertThat(bench.asked()).contains("show sites");
  }

  @Test
  void lostValuesStayAndTheBannerSaysSo() {
    plant();
    bench.live().link(new LinkState.Retrying("connection refused", Instant.now().plusSeconds(60)));
    Fx.await(
        "banner",
        () -> texts().stream().anyMatch(text -> text.startsWith("Not connected: connection")));
    assertThat(names()).hasSize(9);
    assertThat(Fx.call(() -> table.row(index("pressure")).quality().word())).isEqualTo("stale");
    bench.live().link(new LinkState.Connected(Instant.now()));
    Fx.await("back", () -> texts().stream().noneMatch(text -> text.startsWith("Not connected")));
  }

  @Test
  void whatWasChosenIsRemembered() {
    plant();
    type("temp");
    assertThat(Fx.call(part::state))
        .containsEntry("filter", "temp")
        .containsEntry("mode", "Highlight");
    assertThat(Fx.call(part::state).get("open")).contains("acme/line1");
  }

  @Test
  void aTopicIsFoundByItsWords() {
    plant();
    var finder = new NamespacePlugin().finders().getFirst();
    var found = Fx.call(() -> finder.find().apply("filler temp", bench));
    assertThat(found)
        .extracting(f -> f.title())
        .containsExactly("acme/line1/filler/temperature", "acme/line1/filler/product_temp");
    assertThat(found.getFirst().detail()).isEqualTo("83.4");
  }

  @Test
  void theSparkEndsWithThePresentValue() {
    plant();
    SparkPoints points = new SparkPoints();
    Latest latest = bench.live().latest();
    int row = handle("line1/filler", "pressure");
    assertThat(points.read(latest, latest.read(row), bench.live().nowMs())).isTrue();
    assertThat(points.values()[Spark.BUCKETS - 1]).isEqualTo((float) 4.2098765);
  }

  private void plant() {
    long now = System.currentTimeMillis();
    feed.send(
        "acme/line1/filler",
        "{\"temperature\":83.4,\"product_temp\":72.1,\"pressure\":4.2098765}",
        now);
    feed.send("acme/line1/capper", "{\"torque\":2.31,\"motor_temp\":72.6}", now);
    shown("motor_temp");
  }

  private void shown(String name) {
    feed.settle();
    Fx.await(name, () -> names().contains(name));
  }

  private void type(String text) {
    TextField field = (TextField) Fx.call(() -> part.node().lookup("#part/namespace/filter"));
    Fx.run(() -> field.setText(text));
  }

  private String label(String id) {
    return Fx.call(() -> ((Label) part.node().lookup("#part/namespace/" + id)).getText());
  }

  private List<String> names() {
    return Fx.call(
        () ->
            IntStream.range(0, table.getItems().size())
                .mapToObj(i -> table.row(i).name())
                .toList());
  }

  private int index(String name) {
    return names().indexOf(name);
  }

  private String current() {
    return Fx.call(() -> bench.live().latest().name(table.current()));
  }

  private List<ValueRef> selected() {
    Focus focus = bench.focus().getValue();
    return focus.selected(ValueRef.class);
  }

  private static ValueRef ref(String member) {
    return new ValueRef("acme/line1/filler", Optional.of(member));
  }

  private int handle(String topic, String member) {
    return bench.live().latest().find("acme/" + topic, member);
  }

  private void key(KeyCode code) {
    Fx.run(
        () ->
            table.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
  }

  private List<String> texts() {
    return Fx.call(
        () ->
            part.node().lookupAll(".label").stream()
                .filter(node -> node.isVisible() && node.getParent().isVisible())
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null)
                .toList());
  }

  private void click(String text) {
    Fx.run(
        () ->
            part.node().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text))
                .fire());
  }
}
