package dev.plantwright.api.code;

import dev.plantwright.plant.Severity;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * An editor of code: line numbers, colours, squiggles with their sentences. Lives on the FX thread.
 * Offsets are UTF-16 units from the start of the text.
 */
public final class CodeEditor extends StackPane {
  /** Longer texts are shown without colours. */
  private static final int COLOURED = 200_000;

  /**
   * A span in a colour.
   *
   * @param style {@code keyword}, {@code function}, {@code string}, {@code number}, {@code comment}
   */
  public record Colour(int start, int length, String style) {}

  /** A squiggle. */
  public record Mark(int start, int length, Severity severity, String message) {}

  private final CodeArea area = new CodeArea();
  private final Function<String, List<Colour>> colours;
  private final Tooltip sentence = new Tooltip();
  private List<Mark> marks = List.of();
  private boolean setting;

  /**
   * @param colours spans of a text in order, not overlapping; fast
   */
  public CodeEditor(Function<String, List<Colour>> colours) {
    this.colours = colours;
    getStyleClass().add("code-editor");
    area.setParagraphGraphicFactory(line -> Gutter.of(area, line, severityAt(line)));
    area.setMouseOverTextDelay(Duration.ofMillis(300));
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::hover);
    area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, e -> sentence.hide());
    area.plainTextChanges().subscribe(change -> moved(change.getPosition(), change.getNetLength()));
    area.setUndoManager(org.fxmisc.richtext.util.UndoUtils.noOpUndoManager());
    getChildren().add(new VirtualizedScrollPane<>(area));
  }

  /** Id of the control that takes the typing. */
  public void id(String id) {
    area.setId(id);
  }

  public String text() {
    return area.getText();
  }

  /** Replaces the text; the caret stays with what it stood in, or goes to what changed. */
  public void text(String text) {
    String was = area.getText();
    if (text.equals(was)) {
      return;
    }
    int least = Math.min(was.length(), text.length());
    int head = 0;
    while (head < least && was.charAt(head) == text.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && was.charAt(was.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
      tail++;
    }
    int caret = area.getCaretPosition();
    int end = text.length() - tail;
    int behind = was.length() - tail;
    setting = true;
    area.replaceText(head, behind, text.substring(head, end));
    setting = false;
    area.moveTo(caret <= head ? caret : caret >= behind ? caret + end - behind : end);
  }

  /** Called after each change the user made, not for {@link #text(String)}. */
  public void onEdit(Consumer<String> listener) {
    area.textProperty()
        .addListener(
            (o, was, is) -> {
              if (!setting) {
                listener.accept(is);
              }
            });
  }

  /** Whether long lines go on below instead of out of sight. */
  public void wrap(boolean on) {
    area.setWrapText(on);
  }

  public void editable(boolean may) {
    area.setEditable(may);
  }

  /** Shows squiggles and gutter icons instead of those before. */
  public void marks(List<Mark> newMarks) {
    marks = newMarks.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
    restyle();
    for (int line = 0; line < area.getParagraphs().size(); line++) {
      area.recreateParagraphGraphic(line);
    }
  }

  public ObservableValue<Integer> caret() {
    return area.caretPositionProperty();
  }

  /** Line of the caret, from 1. */
  public int line() {
    return area.getCurrentParagraph() + 1;
  }

  /** Column of the caret, from 1. */
  public int column() {
    return area.getCaretColumn() + 1;
  }

  /** Moves the caret, scrolls there and takes the focus; lines and columns from 1. */
  public void goTo(int line, int column) {
    int paragraph = Math.clamp(line - 1, 0, area.getParagraphs().size() - 1);
    area.moveTo(paragraph, Math.clamp(column - 1, 0, area.getParagraphLength(paragraph)));
    area.requestFollowCaret();
    area.requestFocus();
  }

  /** Moves the caret to an offset. */
  public void moveTo(int offset) {
    area.moveTo(Math.clamp(offset, 0, area.getLength()));
    area.requestFollowCaret();
  }

  /** Replaces a span by a text and puts the caret behind it, as an edit of the user. */
  public void replace(int start, int end, String by) {
    area.replaceText(start, end, by);
    area.moveTo(start + by.length());
  }

  /** Sees keys before the editor does; consume what is taken. */
  public void onKey(Consumer<KeyEvent> filter) {
    area.addEventFilter(KeyEvent.KEY_PRESSED, filter::accept);
  }

  /** Where the caret is on the screen, for popups. */
  public Optional<javafx.geometry.Bounds> caretOnScreen() {
    return area.getCaretBounds();
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  private Optional<Severity> severityAt(int line) {
    int from = area.getAbsolutePosition(line, 0);
    int to = from + area.getParagraphLength(line);
    return marks.stream()
        .filter(m -> m.start() >= from && m.start() <= to)
        .map(Mark::severity)
        .min(Comparator.naturalOrder());
  }

  private void hover(MouseOverTextEvent event) {
    int at = event.getCharacterIndex();
    marks.stream()
        .filter(m -> at >= m.start() && at <= m.start() + m.length())
        .findFirst()
        .ifPresent(
            m -> {
              sentence.setText(m.message());
              sentence.show(
                  area, event.getScreenPosition().getX(), event.getScreenPosition().getY() + 14);
            });
  }

  /** Squiggles move with their text until new ones come. */
  private void moved(int at, int by) {
    marks =
        marks.stream()
            .map(
                m ->
                    m.start() < at
                        ? m
                        : new Mark(
                            Math.max(at, m.start() + by), m.length(), m.severity(), m.message()))
            .toList();
    restyle();
  }

  private void restyle() {
    int length = area.getLength();
    if (length > 0) {
      area.setStyleSpans(0, spans(length));
    }
  }

  /** Cuts the text wherever a colour or a squiggle begins or ends. */
  private StyleSpans<Collection<String>> spans(int length) {
    List<Colour> spans = length > COLOURED ? List.of() : colours.apply(area.getText());
    TreeSet<Integer> cuts = new TreeSet<>(Set.of(0, length));
    spans.forEach(c -> cut(cuts, c.start(), c.length(), length));
    marks.forEach(m -> cut(cuts, m.start(), Math.max(1, m.length()), length));
    StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
    int next = 0;
    Integer from = cuts.pollFirst();
    for (Integer to : cuts) {
      while (next < spans.size() && end(spans.get(next)) <= from) {
        next++;
      }
      boolean inside = next < spans.size() && spans.get(next).start() <= from;
      builder.add(styles(inside ? spans.get(next).style() : "", from), to - from);
      from = to;
    }
    return builder.create();
  }

  private static int end(Colour colour) {
    return colour.start() + colour.length();
  }

  private static void cut(Set<Integer> cuts, int start, int length, int most) {
    cuts.add(Math.clamp(start, 0, most));
    cuts.add(Math.clamp((long) start + length, 0, most));
  }

  private List<String> styles(String colour, int at) {
    Optional<Severity> severity =
        marks.stream()
            .filter(m -> at >= m.start() && at < m.start() + Math.max(1, m.length()))
            .map(Mark::severity)
            .min(Comparator.naturalOrder());
    String code = "code-" + (colour.isEmpty() ? "plain" : colour);
    return severity
        .map(s -> List.of(code, s == Severity.ERROR ? "squiggle-error" : "squiggle-warning"))
        .orElse(List.of(code));
  }
}
