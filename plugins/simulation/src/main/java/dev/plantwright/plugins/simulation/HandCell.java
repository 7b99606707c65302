package dev.plantwright.plugins.simulation;

import dev.plantwright.sites.simulator.Point;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** Sets a point by hand: a switch for a bit, a field for a number or a text. */
final class HandCell extends TableCell<PointRow, Shown> {
  private static final String ERROR = "error";

  private final Hands hands;
  private final TextField field = new TextField();
  private final ToggleButton flip = new ToggleButton();
  private String name = "";

  HandCell(Hands hands) {
    this.hands = hands;
    getStyleClass().add("hand-cell");
    field.getStyleClass().addAll("by-hand", "hand-field");
    field.setOnAction(e -> typed());
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            leave();
            e.consume();
          }
        });
    field.focusedProperty().addListener((o, was, is) -> left(is));
    Region thumb = new Region();
    thumb.getStyleClass().add("thumb");
    flip.setGraphic(thumb);
    flip.getStyleClass().setAll("by-hand", "hand-switch");
    flip.setOnAction(e -> flipped());
  }

  /** Id of the control of a point. */
  static String id(String point) {
    return "part/simulation/set:" + point;
  }

  @Override
  protected void updateItem(Shown shown, boolean empty) {
    super.updateItem(shown, empty);
    if (empty) {
      setGraphic(null);
      name = "";
      return;
    }
    Point point = shown.point();
    boolean another = !point.name().equals(name);
    name = point.name();
    if (point.isBit()) {
      flip.setSelected(point.value().asDouble(0) != 0);
      flip.setAccessibleText("Set " + name);
      identify(flip, field);
    } else {
      if (another || !field.isFocused()) {
        reset();
      }
      field.setAccessibleText("Set " + name);
      identify(field, flip);
    }
  }

  private void identify(javafx.scene.control.Control used, javafx.scene.control.Control other) {
    used.setId(id(name));
    other.setId(null);
    setGraphic(used);
  }

  private void flipped() {
    hands.hold(getItem().point(), TypedValue.of(flip.isSelected()), refused -> again());
  }

  /** Shows what is, where something else was wanted. */
  private void again() {
    if (getItem() != null) {
      updateItem(getItem(), isEmpty());
    }
  }

  private void typed() {
    Point point = getItem().point();
    var value = TypedValue.parse(point, field.getText());
    if (value.isPresent()) {
      field.getStyleClass().remove(ERROR);
      field.setTooltip(null);
      hands.hold(point, value.get(), this::wrong);
    } else {
      String typed = field.getText();
      wrong(typed.isBlank() ? "Type a number." : "\"" + typed + "\" is not a number.");
    }
  }

  private void wrong(String sentence) {
    if (!field.getStyleClass().contains(ERROR)) {
      field.getStyleClass().add(ERROR);
    }
    field.setTooltip(new Tooltip(sentence));
  }

  private void left(boolean focused) {
    if (focused) {
      getTableView().getSelectionModel().select(getIndex());
      field.selectAll();
    } else if (!field.getStyleClass().contains(ERROR)) {
      reset();
    }
  }

  private void leave() {
    reset();
    getTableView().requestFocus();
  }

  private void reset() {
    field.getStyleClass().remove(ERROR);
    field.setTooltip(null);
    if (getItem() == null) {
      return;
    }
    Point point = getItem().point();
    field.setText(point.held() ? TypedValue.text(point.value()) : "");
  }
}
