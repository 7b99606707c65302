package dev.plantwright.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Document;
import dev.plantwright.api.testing.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
  private static final String FILE = "rules/over_temp.json";

  @TempDir Path userDir;
  @TempDir Path otherUserDir;
  @TempDir Path plant;

  @BeforeEach
  void makePlant() throws IOException {
    Files.writeString(plant.resolve("plant.json"), "{\"name\":\"line\",\"formatVersion\":1}");
    Files.createDirectories(plant.resolve("rules"));
    Files.writeString(plant.resolve(FILE), "SELECT 0");
  }

  private Desk desk(Path user) {
    WorkbenchOptions options =
        new WorkbenchOptions(
            Optional.of(plant),
            false,
            Optional.empty(),
            user,
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.empty());
    Desk desk = Desk.open(options, 1600, 1000);
    Fx.await("the plant", () -> desk.shell.plant().getValue().isPresent());
    return desk;
  }

  private Desk deskWithEditor(Path user) {
    Desk desk = desk(user);
    Fx.run(() -> desk.shell.openFile(FILE, Optional.empty()));
    Fx.await("the document", () -> document(desk).isPresent());
    return desk;
  }

  private static Optional<Document<?>> document(Desk desk) {
    return desk.shell.dock().tab("rule:over_temp").flatMap(t -> t.document());
  }

  private static String text(Desk desk) {
    return Fx.call(() -> document(desk).map(Document::text).orElse(""));
  }

  private static void type(Desk desk, String text) {
    Fx.run(() -> ((TextArea) desk.node("part/rule/editor")).setText(text));
  }

  private Path draft() {
    return plant.resolve(".plantwright/drafts/" + FILE + ".draft");
  }

  private static void press(Desk desk, String text) {
    Fx.run(() -> button(desk.shell.window().scene().getRoot(), text).orElseThrow().fire());
  }

  private static Optional<Button> button(Node node, String text) {
    if (node instanceof Button button && text.equals(button.getText())) {
      return Optional.of(button);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> button(child, text).stream())
            .findFirst()
        : Optional.empty();
  }

  private static boolean offers(Desk desk, String text) {
    return button(desk.shell.window().scene().getRoot(), text).isPresent();
  }

  @Test
  void whatIsEditedIsThereAfterACrashAndCanBeUndone() throws IOException {
    try (Desk crashed = deskWithEditor(userDir)) {
      type(crashed, "SELECT 1");
      Fx.await("the draft", () -> Files.exists(draft()));
      try (Desk desk = deskWithEditor(otherUserDir)) {
        Fx.await("the changes", () -> text(desk).equals("SELECT 1"));
        assertThat(Fx.call(() -> document(desk).flatMap(Document::undoLabel).orElse("")))
            .startsWith("Unsaved changes from ");
        Fx.run(() -> desk.shell.run("edit.undo"));
        assertThat(text(desk)).isEqualTo("SELECT 0");
        Fx.await("no draft", () -> !Files.exists(draft()));
      }
    }
    assertThat(Files.readString(plant.resolve(FILE))).isEqualTo("SELECT 0");
  }

  @Test
  void exitAsksNothingAndLosesNothing() {
    try (Desk desk = deskWithEditor(userDir)) {
      type(desk, "SELECT 2");
      Fx.run(() -> desk.shell.run("file.exit"));
      assertThat(desk.node("dialog")).isNull();
    }
    assertThat(draft()).exists();
    try (Desk desk = desk(userDir)) {
      Fx.await("the changes of the part that was open", () -> text(desk).equals("SELECT 2"));
    }
  }

  @Test
  void aClosedPartKeepsItsChangesAndSaysSo() throws IOException {
    try (Desk desk = deskWithEditor(userDir)) {
      type(desk, "SELECT 3");
      Fx.run(() -> desk.shell.run("file.close"));
      Fx.await("the draft", () -> Files.exists(draft()));
      desk.picture("closed-unsaved");
      Fx.run(() -> desk.shell.openFile(FILE, Optional.empty()));
      Fx.await("the changes", () -> text(desk).equals("SELECT 3"));
      Fx.run(() -> desk.shell.run("file.save"));
      Fx.await("no draft", () -> !Files.exists(draft()));
    }
    assertThat(Files.readString(plant.resolve(FILE))).isEqualTo("SELECT 3");
  }

  @Test
  void aClosedPartCanBeSavedOrDiscardedFromItsNotice() throws IOException {
    try (Desk desk = deskWithEditor(userDir)) {
      type(desk, "SELECT 4");
      Fx.run(() -> desk.shell.run("file.close"));
      press(desk, "Save");
      Fx.await("the saved file", () -> read(FILE).equals("SELECT 4") && !Files.exists(draft()));
    }
  }

  private String read(String file) {
    try {
      return Files.readString(plant.resolve(file));
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void asksWhenTheFileChangedMeanwhile() throws IOException {
    try (Desk desk = deskWithEditor(userDir)) {
      type(desk, "SELECT 5");
    }
    Files.writeString(plant.resolve(FILE), "SELECT 6");
    try (Desk desk = deskWithEditor(userDir)) {
      Fx.await("the question", () -> offers(desk, "Keep the file"));
      assertThat(text(desk)).isEqualTo("SELECT 6");
      desk.picture("draft-question");
      type(desk, "SELECT 7");
      press(desk, "Use my changes");
      assertThat(text(desk)).isEqualTo("SELECT 5");
      Fx.run(() -> desk.shell.run("edit.undo"));
      assertThat(text(desk)).isEqualTo("SELECT 7");
    }
  }

  @Test
  void tellsOfChangesThatCannotBeSeen() {
    try (Desk desk = deskWithEditor(userDir)) {
      type(desk, "SELECT 8");
    }
    try (Desk desk = desk(otherUserDir)) {
      Fx.await("the notice", () -> offers(desk, "Open"));
      press(desk, "Open");
      Fx.await("the changes", () -> text(desk).equals("SELECT 8"));
    }
  }
}
