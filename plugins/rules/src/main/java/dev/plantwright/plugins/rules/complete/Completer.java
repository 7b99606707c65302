package dev.plantwright.plugins.rules.complete;

import dev.plantwright.api.code.CodeEditor;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/**
 * Proposes in an editor: when asked with Ctrl+Space, and by itself after two letters. Enter inserts
 * before what follows the caret, Tab replaces the rest of the word.
 */
public final class Completer {
  /** Where proposals come from; fast. */
  @FunctionalInterface
  public interface Source {
    Optional<Completion.Offer> at(String text, int caret, boolean asked);
  }

  private final CodeEditor editor;
  private final Source source;
  private final ProposalPopup popup = new ProposalPopup(() -> insert(false));
  private Optional<Completion.Offer> offer = Optional.empty();
  private boolean typed;
  private boolean asked;

  public Completer(CodeEditor editor, Source source) {
    this.editor = editor;
    this.source = source;
    editor.onKey(this::pressed);
    editor.onEdit(text -> typed = true);
    editor.caret().addListener((o, was, is) -> moved());
    editor.visibleProperty().addListener(o -> hide());
    editor.sceneProperty().addListener(o -> hide());
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == javafx.scene.input.KeyCode.SPACE && event.isControlDown()) {
      asked = true;
      propose();
      event.consume();
    } else if (popup.isShowing() && take(event)) {
      event.consume();
    }
  }

  private boolean take(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> popup.move(1);
      case UP -> popup.move(-1);
      case PAGE_DOWN -> popup.move(8);
      case PAGE_UP -> popup.move(-8);
      case ENTER -> insert(false);
      case TAB -> insert(true);
      case ESCAPE -> hide();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The caret moves after a key was typed, too; by itself it ends the proposals. */
  private void moved() {
    if (typed) {
      typed = false;
      propose();
    } else {
      hide();
    }
  }

  private void propose() {
    int caret = editor.caret().getValue();
    offer = source.at(editor.text(), caret, asked);
    if (offer.isEmpty() || editor.getScene() == null) {
      hide();
      return;
    }
    editor.caretOnScreen().ifPresent(bounds -> popup.show(editor, bounds, offer.get().proposals()));
  }

  private void hide() {
    asked = false;
    offer = Optional.empty();
    popup.hide();
  }

  private void insert(boolean replaceWord) {
    Optional<Proposal> chosen = popup.chosen();
    Optional<Completion.Offer> at = offer;
    hide();
    if (chosen.isPresent() && at.isPresent()) {
      int end = replaceWord ? at.get().end() : editor.caret().getValue();
      editor.replace(at.get().start(), end, chosen.get().insert());
      typed = false;
      hide();
      editor.moveTo(at.get().start() + chosen.get().insert().length() - chosen.get().back());
    }
  }
}
