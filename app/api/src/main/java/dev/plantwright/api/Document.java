package dev.plantwright.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A plant file being edited: immutable values with labels, past and future ones for undo and redo.
 * Lives on the FX thread. Saved by {@link Workbench#save}.
 *
 * @param <T> immutable value the file is edited as
 */
public final class Document<T> {
  private record Step<T>(String label, T value) {}

  private static final int DEPTH = 500;

  private final String file;
  private final Function<T, String> print;
  private final Function<String, Optional<T>> parse;
  private final List<Step<T>> past = new ArrayList<>();
  private final List<Step<T>> future = new ArrayList<>();
  private final ReadOnlyObjectWrapper<T> value;
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
  private T saved;

  /**
   * A file edited as its text, or one whose unsaved text cannot be taken up again by {@link #take}.
   *
   * @param file relative to the plant, with {@code /}
   * @param print text of the file for a value
   */
  public Document(String file, T value, Function<T, String> print) {
    this(file, value, print, text -> ifOfClass(value, text));
  }

  /**
   * @param file relative to the plant, with {@code /}
   * @param print text of the file for a value
   * @param parse value of such a text, or nothing if it is none
   */
  public Document(
      String file, T value, Function<T, String> print, Function<String, Optional<T>> parse) {
    this.file = file;
    this.print = print;
    this.parse = parse;
    this.value = new ReadOnlyObjectWrapper<>(value);
    this.saved = value;
  }

  @SuppressWarnings("unchecked") // checked by isInstance
  private static <T> Optional<T> ifOfClass(T value, String text) {
    return value.getClass().isInstance(text) ? Optional.of((T) text) : Optional.empty();
  }

  public String file() {
    return file;
  }

  public ReadOnlyObjectProperty<T> value() {
    return value.getReadOnlyProperty();
  }

  /** Whether the value differs from the one saved. */
  public ReadOnlyBooleanProperty edited() {
    return edited.getReadOnlyProperty();
  }

  public String text() {
    return print.apply(value.get());
  }

  /** Text of the value saved. */
  public String savedText() {
    return print.apply(saved);
  }

  /**
   * Makes what a text says the value, as an edit.
   *
   * @return false: the text cannot be read, nothing changed
   */
  public boolean take(String label, String text) {
    Optional<T> next = parse.apply(text);
    next.ifPresent(n -> edit(label, n));
    return next.isPresent();
  }

  /**
   * Makes {@code next} the value.
   *
   * @param label what the user did, such as {@code Change address of temperature}
   */
  public void edit(String label, T next) {
    if (next.equals(value.get())) {
      return;
    }
    past.add(new Step<>(label, value.get()));
    if (past.size() > DEPTH) {
      past.removeFirst();
    }
    future.clear();
    set(next);
  }

  /**
   * As {@link #edit}, but goes on with the last edit if that has the same label, so that one undo
   * takes both back: for typing.
   */
  public void extend(String label, T next) {
    boolean goesOn = future.isEmpty() && undoLabel().filter(label::equals).isPresent();
    if (goesOn) {
      set(next);
    } else {
      edit(label, next);
    }
  }

  public Optional<String> undoLabel() {
    return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().label());
  }

  public Optional<String> redoLabel() {
    return future.isEmpty() ? Optional.empty() : Optional.of(future.getLast().label());
  }

  public void undo() {
    move(past, future);
  }

  public void redo() {
    move(future, past);
  }

  private void move(List<Step<T>> from, List<Step<T>> to) {
    if (!from.isEmpty()) {
      Step<T> step = from.removeLast();
      to.add(new Step<>(step.label(), value.get()));
      set(step.value());
    }
  }

  /** Tells that the file now holds the text of the present value. */
  public void saved() {
    saved(value.get());
  }

  /** Tells that the file now holds the text of {@code written}, a value this document had. */
  public void saved(T written) {
    saved = written;
    edited.set(!saved.equals(value.get()));
  }

  /** Replaces value and past by what somebody else wrote to the file. */
  public void reload(T fresh) {
    past.clear();
    future.clear();
    saved = fresh;
    set(fresh);
  }

  private void set(T next) {
    value.set(next);
    edited.set(!saved.equals(next));
  }
}
