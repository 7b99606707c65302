package dev.plantwright.plugins.namespace;

import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.live.rows.Query;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Where a query is typed: the text, its meaning in words beside it if there is room, how many
 * match, and a button that clears it. Lays itself out; 28 px high.
 */
final class FilterField extends Region {
  private static final double ICON_END = 30;
  private static final double GAP = 16;
  private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");

  private final TextField field = new TextField();
  private final FontIcon icon = Icons.row("mdi2f-filter-outline");
  private final Label meaning = new Label();
  private final Label count = new Label();
  private final Button clear;
  private final Text measure = new Text();
  private final Pane pieces = new Pane();
  private Query query = Query.NONE;

  /**
   * @param onQuery told of every query that differs from the one before
   */
  FilterField(Consumer<Query> onQuery) {
    getStyleClass().add("filter-field");
    clear = Buttons.icon("mdi2c-close-circle-outline", "Clear the filter (Esc)", this::clear);
    clear.setId("part/namespace/clear");
    clear.setFocusTraversable(false);
    field.setId("part/namespace/filter");
    field.setPromptText("Filter, for example temp > 70");
    field.setAccessibleText("Filter of topics");
    meaning.getStyleClass().addAll("dense", "muted");
    meaning.setMouseTransparent(true);
    meaning.setId("part/namespace/meaning");
    count.getStyleClass().addAll("dense", "muted");
    count.setMinWidth(USE_PREF_SIZE);
    count.setMouseTransparent(true);
    count.setId("part/namespace/count");
    pieces.setMouseTransparent(true);
    pieces.getStyleClass().add("pieces");
    getChildren().addAll(field, pieces, icon, meaning, count, clear);
    clear.setVisible(false);
    field
        .textProperty()
        .addListener(
            (observable, before, after) -> {
              query = Query.parse(after);
              explain();
              onQuery.accept(query);
            });
  }

  TextField field() {
    return field;
  }

  void clear() {
    field.clear();
    field.requestFocus();
  }

  /** Says how many match: {@code 8 of 312 topics}. */
  void count(String words) {
    if (!words.equals(count.getText())) {
      count.setText(words);
      requestLayout();
    }
  }

  private void explain() {
    String problem = query.problem().orElse("");
    boolean wrong = !problem.isEmpty();
    String words = query.explain();
    meaning.setText(wrong ? (words.isEmpty() ? problem : words + "; " + problem) : words);
    meaning.getStyleClass().removeAll("muted", "warning-text");
    meaning.getStyleClass().add(wrong ? "warning-text" : "muted");
    clear.setVisible(!field.getText().isEmpty());
    requestLayout();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 28;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 160;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double right = width - (clear.isVisible() ? 28 : 10);
    count.setVisible(width > 260);
    double countWidth = count.isVisible() ? count.prefWidth(-1) : 0;
    double countStart = right - countWidth;
    field.setStyle("-fx-padding: 0 " + (int) (width - countStart + 8) + " 0 " + ICON_END + ";");
    layoutInArea(field, 0, 0, width, height, 0, HPos.LEFT, VPos.CENTER);
    icon.relocate(9, (height - icon.prefHeight(-1)) / 2);
    center(count, countStart, countWidth, height);
    layoutInArea(clear, width - 28, 0, 28, height, 0, HPos.CENTER, VPos.CENTER);
    double typed = width(field.getText());
    colour(typed < countStart - 8 - ICON_END, height);
    double start = ICON_END + typed + GAP;
    double room = countStart - GAP - start;
    double wanted = meaning.prefWidth(-1);
    boolean fits = !meaning.getText().isEmpty() && (wanted <= room || query.problem().isPresent());
    meaning.setVisible(fits && room > 60);
    center(meaning, start, Math.min(wanted, Math.max(0, room)), height);
  }

  /**
   * A text field has one colour: what is written in it is drawn over it, a piece in its colour,
   * while all of it can be seen.
   */
  private void colour(boolean fits, double height) {
    boolean over = fits && !query.tokens().isEmpty();
    field.pseudoClassStateChanged(COVERED, over);
    pieces.getChildren().clear();
    if (!over) {
      return;
    }
    for (Query.Token token : query.tokens()) {
      Text piece = new Text(query.text().substring(token.start(), token.end()));
      piece.setFont(field.getFont());
      piece.getStyleClass().add(token.kind().name().toLowerCase(Locale.ROOT));
      piece.setTextOrigin(VPos.CENTER);
      piece.setX(ICON_END + width(query.text().substring(0, token.start())));
      piece.setY(Math.round(height / 2));
      pieces.getChildren().add(piece);
    }
  }

  private double width(String text) {
    measure.setFont(field.getFont());
    measure.setText(text);
    return measure.getLayoutBounds().getWidth();
  }

  private static void center(Label label, double x, double width, double height) {
    double own = label.prefHeight(-1);
    label.resizeRelocate(x, Math.round((height - own) / 2), width, own);
  }
}
