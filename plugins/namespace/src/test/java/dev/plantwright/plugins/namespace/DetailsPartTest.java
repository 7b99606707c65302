package dev.plantwright.plugins.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.ValueRef;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetailsPartTest {
  private TestWorkbench bench;
  private Feed feed;
  private DetailsPart part;

  @BeforeEach
  void open() {
    bench = new TestWorkbench();
    feed = new Feed(bench.live());
    part =
        bench.show(
            new NamespacePlugin().parts().getLast(),
            Optional.empty(),
            Theme.LIGHT,
            380,
            900,
            DetailsPart.class);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void nothingChosenSaysWhatToDo() {
    assertThat(texts("body"))
        .contains("Choose a topic to see its payload, properties and history.");
  }

  @Test
  void aMemberIsShownWithTheMessagesThatCarriedIt() {
    long now = System.currentTimeMillis();
    for (int i = 0; i < 4; i++) {
      feed.report("filler", "a", now + i, "\"temperature\":" + (82 + i * 0.5), "");
      feed.report("filler", "b", now + i, "\"speed\":7", "");
    }
    choose("temperature", 4);
    assertThat(text("value")).isEqualTo("83.5");
    assertThat(column(1)).containsExactly("83.5", "83", "82.5", "82");
    assertThat(column(2)).containsExactly("+0.5", "+0.5", "+0.5", "");
    assertThat(texts("payload")).contains("temperature", "83.5").doesNotContain("speed");
    assertThat(texts("properties")).contains("Content type", "application/json", "3,600 s");
    assertThat(texts("difference"))
        .contains("- values.temperature: 83.0", "+ values.temperature: 83.5");
  }

  @Test
  void aPickedMessageStaysWhileOthersCome() {
    long now = System.currentTimeMillis();
    for (int i = 0; i < 3; i++) {
      feed.report("filler", "a", now + i, "\"x\":" + i, "");
    }
    choose("x", 3);
    TableView<?> table = (TableView<?>) node("history");
    Fx.run(() -> table.getSelectionModel().select(1));
    assertThat(texts("payload")).contains("1");
    feed.report("filler", "a", now + 9, "\"x\":9", "");
    Fx.await("the next", () -> table.getItems().size() == 4);
    assertThat(Fx.call(() -> table.getSelectionModel().getSelectedIndex())).isEqualTo(2);
    assertThat(texts("difference")).contains("+ values.x: 1");
    assertThat(text("value")).isEqualTo("9");
  }

  @Test
  void aPayloadIsShownRawAndAsBytes() {
    feed.send("text", "hello {", System.currentTimeMillis());
    feed.settle();
    Fx.run(() -> part.show(new ValueRef("text", Optional.empty())));
    Fx.frames(3);
    Fx.await("history", () -> !((TableView<?>) node("history")).getItems().isEmpty());
    assertThat(area()).isEqualTo("hello {");
    Fx.run(() -> ((Segmented) node("form")).choose("Hex"));
    assertThat(area()).isEqualTo("0000  68 65 6c 6c 6f 20 7b     hello {");
  }

  @Test
  void aValueThatWasNeverHeardOfSaysSo() {
    Fx.run(() -> part.show(new ValueRef("nowhere", Optional.of("x"))));
    Fx.frames(3);
    assertThat(texts("payload")).contains("No message yet.");
    assertThat(Fx.call(part::state)).containsEntry("value", "nowhere#x");
  }

  @Test
  void longBytesAreCutAndSaid() {
    String dump = Hex.dump("x".repeat(40).getBytes(StandardCharsets.UTF_8), 16);
    assertThat(dump.lines()).hasSize(3);
    assertThat(dump).endsWith("… 24 B more");
  }

  private void choose(String member, int messages) {
    feed.settle();
    Fx.run(() -> part.show(new ValueRef(Feed.LINE + "filler", Optional.of(member))));
    Fx.frames(3);
    Fx.await("history", () -> ((TableView<?>) node("history")).getItems().size() == messages);
  }

  private Node node(String id) {
    return Fx.call(() -> part.node().lookup("#part/details/" + id));
  }

  private String text(String id) {
    return Fx.call(() -> ((Label) node(id)).getText());
  }

  private String area() {
    return Fx.call(() -> ((TextArea) node("payload").lookup(".text-area")).getText());
  }

  private List<String> column(int column) {
    TableView<?> table = (TableView<?>) node("history");
    return Fx.call(
        () -> {
          var shown = table.getColumns().get(column);
          return java.util.stream.IntStream.range(0, table.getItems().size())
              .mapToObj(i -> (String) shown.getCellData(i))
              .toList();
        });
  }

  private List<String> texts(String id) {
    return Fx.call(
        () ->
            node(id).lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .filter(text -> text != null)
                .toList());
  }
}
