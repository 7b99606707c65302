package dev.plantwright.plugins.simulation;

import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.plugins.simulation.Shown.Sight;
import dev.plantwright.sites.simulator.Point;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** How the columns of the table show a point. */
final class PointCells {
  private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");

  private PointCells() {}

  /** The name, with the columns that may have left in its tooltip. */
  static TableCell<PointRow, Shown> name() {
    return new TextCell(s -> s.point().name(), "strong") {
      @Override
      void dress(Shown shown) {
        Point point = shown.point();
        String written = point.writable() ? "clients may write it" : "clients only read it";
        tip("%s %s\n%s, %s".formatted(point.address(), point.type(), point.behaviour(), written));
      }
    };
  }

  /** How the point moves, with a real minus. */
  static TableCell<PointRow, Shown> behaviour() {
    return new TextCell(
        s -> s.point().behaviour().replaceAll("(?<!\\w)-(?=\\d)", "\u2212"), "muted");
  }

  /** The value; in mono where a machine reads it. */
  static TableCell<PointRow, Shown> value() {
    return new TextCell(Shown::value, "number", "value") {
      @Override
      void dress(Shown shown) {
        mono(this, shown.point());
      }
    };
  }

  private static void mono(Node cell, Point point) {
    boolean machine = point.isBit() || point.isText();
    cell.getStyleClass().removeAll("mono", "figures");
    cell.getStyleClass().add(machine ? "mono" : "figures");
  }

  /** A text of the point; cut with a tooltip. */
  static class TextCell extends TableCell<PointRow, Shown> {
    private final Function<Shown, String> text;
    private final Tooltip tip = new Tooltip();

    TextCell(Function<Shown, String> text, String... styles) {
      this.text = text;
      getStyleClass().addAll(List.of(styles));
    }

    @Override
    protected void updateItem(Shown shown, boolean empty) {
      super.updateItem(shown, empty);
      setText(empty ? null : text.apply(shown));
      setTooltip(null);
      if (!empty) {
        dress(shown);
      }
    }

    void dress(Shown shown) {
      tip(text.apply(shown));
    }

    final void tip(String words) {
      tip.setText(words);
      setTooltip(words.isEmpty() ? null : tip);
    }
  }

  /** What the gateway reads; a value that is not the device's is marked by shape and colour. */
  static final class GatewayCell extends TextCell {
    GatewayCell() {
      super(s -> s.gateway().text(), "number");
    }

    @Override
    protected void updateItem(Shown shown, boolean empty) {
      super.updateItem(shown, empty);
      if (empty) {
        setGraphic(null);
      }
    }

    @Override
    void dress(Shown shown) {
      Sight sight = shown.gateway().sight();
      mono(this, shown.point());
      getStyleClass().removeAll("muted", "subtle", "warning-text");
      switch (sight) {
        case NONE -> getStyleClass().add("subtle");
        case SAME, DOUBTFUL -> getStyleClass().add("muted");
        case DIFFERS -> getStyleClass().add("warning-text");
      }
      setGraphic(mark(sight, shown.gateway().words()));
      tip(shown.gateway().words());
    }

    private static Node mark(Sight sight, String words) {
      return switch (sight) {
        case NONE, SAME -> null;
        case DIFFERS -> StatusMark.of(Status.UNCERTAIN, "");
        case DOUBTFUL -> StatusMark.of(words.equals("stale") ? Status.STALE : Status.BAD, "");
      };
    }
  }

  /** Good, held, or the fault. */
  static final class StateCell extends TableCell<PointRow, Shown> {
    private final StatusMark mark = new StatusMark();
    private final Tooltip tip = new Tooltip();

    @Override
    protected void updateItem(Shown shown, boolean empty) {
      super.updateItem(shown, empty);
      setGraphic(empty ? null : mark);
      setTooltip(empty || shown.fault().isEmpty() ? null : tip);
      if (empty) {
        return;
      }
      if (shown.fault().isPresent()) {
        String fault = shown.fault().get();
        tip.setText("The fault " + fault + " moves this point.");
        mark.show(Status.FAILED, fault.replace('_', ' '));
      } else {
        Status status = shown.point().held() ? Status.HELD : Status.GOOD;
        mark.show(status, status.word());
      }
    }
  }

  /** The hand: takes hold of the point, or lets it go. */
  static final class HoldCell extends TableCell<PointRow, Shown> {
    private final Button hand;

    HoldCell(Hands hands) {
      hand =
          Buttons.icon(
              "mdi2h-hand-back-right", "Hold", () -> hands.holdOrRelease(getItem().point()));
      hand.setGraphic(Icons.row("mdi2h-hand-back-right"));
      hand.getStyleClass().add("hold-button");
      hand.setFocusTraversable(false);
      getStyleClass().add("hold-cell");
    }

    @Override
    protected void updateItem(Shown shown, boolean empty) {
      super.updateItem(shown, empty);
      setGraphic(empty ? null : hand);
      if (!empty) {
        boolean held = shown.point().held();
        String words = held ? "Release (Space)" : "Hold at the present value (Space)";
        hand.setId("part/simulation/hold:" + shown.point().name());
        hand.pseudoClassStateChanged(HELD, held);
        hand.getTooltip().setText(words);
        hand.setAccessibleText(words);
      }
    }
  }
}
