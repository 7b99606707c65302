package dev.plantwright.shell.window;

import dev.plantwright.api.controls.Buttons;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * What lies over the window and takes the keys: Quick Access and dialogs, one at a time. Esc or a
 * click beside it closes it and the focus goes back to where it was.
 */
public final class Overlay extends StackPane {
  /** A button of a dialog; its id is {@code dialog/<id>}. */
  public record Choice(String id, String text, boolean primary, Runnable run) {}

  private Optional<Node> former = Optional.empty();

  public Overlay() {
    getStyleClass().add("scrim");
    setVisible(false);
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            close();
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
          }
        });
  }

  public boolean isOpen() {
    return isVisible();
  }

  /** Shows a node; {@code focus} gets the keys. */
  public void show(Node content, Pos where, Node focus) {
    if (!isOpen()) {
      former = Optional.ofNullable(getScene()).map(s -> s.getFocusOwner());
    }
    getChildren().setAll(content);
    StackPane.setAlignment(content, where);
    setVisible(true);
    focus.requestFocus();
  }

  public void close() {
    setVisible(false);
    getChildren().clear();
    former.filter(n -> n.getScene() != null).ifPresent(Node::requestFocus);
    former = Optional.empty();
  }

  /** A question with its answers; each closes the dialog. */
  public void ask(String title, String text, List<Choice> choices) {
    Label words = new Label(text);
    words.setWrapText(true);
    words.getStyleClass().add("muted");
    List<Button> buttons = choices.stream().map(this::button).toList();
    show(dialog(title, List.of(words), buttons), Pos.CENTER, buttons.getLast());
  }

  /**
   * Asks for a text.
   *
   * @param mistake sentence about a text that cannot be taken, or empty
   */
  public void askText(
      String title,
      String prompt,
      String verb,
      Function<String, String> mistake,
      Consumer<String> use) {
    TextField field = new TextField();
    field.setId("dialog/field");
    field.setPromptText(prompt);
    Label wrong = new Label();
    wrong.getStyleClass().addAll("danger-text", "dense");
    Button cancel = button(new Choice("cancel", "Cancel", false, () -> {}));
    Button go =
        button(new Choice("confirm", verb, true, () -> use.accept(field.getText().strip())));
    go.setDisable(true);
    field
        .textProperty()
        .addListener(
            (o, before, text) -> {
              String said = mistake.apply(text.strip());
              wrong.setText(said);
              go.setDisable(!said.isEmpty() || text.isBlank());
            });
    field.setOnAction(e -> go.fire());
    show(dialog(title, List.of(field, wrong), List.of(cancel, go)), Pos.CENTER, field);
  }

  private Button button(Choice choice) {
    Runnable run =
        () -> {
          close();
          choice.run().run();
        };
    Button button =
        choice.primary() ? Buttons.primary(choice.text(), run) : Buttons.of(choice.text(), run);
    button.setId("dialog/" + choice.id());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static Node dialog(String title, List<? extends Node> body, List<Button> buttons) {
    Label heading = new Label(title);
    heading.getStyleClass().add("title");
    heading.setWrapText(true);
    HBox row = new HBox(8, buttons.toArray(Button[]::new));
    row.setAlignment(Pos.CENTER_RIGHT);
    VBox box = new VBox(12, heading);
    box.getChildren().addAll(body);
    box.getChildren().add(row);
    box.setId("dialog");
    box.getStyleClass().addAll("dialog-box", "popup-panel");
    box.setMaxSize(460, USE_PREF_SIZE);
    return box;
  }
}
