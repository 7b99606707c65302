package dev.plantwright.plugins.harness;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.text.Text;
import org.fxmisc.richtext.GenericStyledArea;

/** What a node says and what it is set to, as text. FX thread. */
final class Texts {
  private Texts() {}

  /** The words a user reads in it. */
  static String text(Node node) {
    return switch (node) {
      case TextInputControl input -> Objects.requireNonNullElse(input.getText(), "");
      case GenericStyledArea<?, ?, ?> area -> area.getText();
      case Text text -> text.getText();
      case Labeled labeled -> labeled(labeled);
      case Parent parent -> inside(parent);
      default -> Objects.requireNonNullElse(node.getAccessibleText(), "");
    };
  }

  private static String labeled(Labeled labeled) {
    String own = Objects.requireNonNullElse(labeled.getText(), "");
    boolean mark = own.isEmpty() && labeled.getGraphic() == null;
    String inside =
        labeled.getGraphic() == null || isIcon(labeled.getGraphic())
            ? ""
            : text(labeled.getGraphic());
    List<String> words = Stream.of(own, inside).filter(s -> !s.isBlank()).toList();
    String said = Objects.requireNonNullElse(labeled.getAccessibleText(), "");
    return words.isEmpty() && !mark ? said : String.join(" ", words);
  }

  private static boolean isIcon(Node node) {
    return node.getStyleClass().contains("ikonli-font-icon")
        || (node instanceof Parent p
            && !p.getChildrenUnmodifiable().isEmpty()
            && p.getChildrenUnmodifiable().stream().allMatch(Texts::isIcon));
  }

  /** Text in pieces says as a whole what it is. */
  private static String inside(Parent parent) {
    String whole = Objects.requireNonNullElse(parent.getAccessibleText(), "");
    if (!whole.isBlank() && !(parent instanceof javafx.scene.control.Control)) {
      return whole;
    }
    return parent.getChildrenUnmodifiable().stream()
        .filter(n -> n.isVisible() && !isIcon(n))
        .map(Texts::text)
        .filter(s -> !s.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** What it is set to; empty for what cannot be set. */
  static String value(Node node) {
    return switch (node) {
      case TextInputControl input -> Objects.requireNonNullElse(input.getText(), "");
      case GenericStyledArea<?, ?, ?> area -> area.getText();
      case CheckBox box -> Boolean.toString(box.isSelected());
      case Toggle toggle -> Boolean.toString(toggle.isSelected());
      case ComboBoxBase<?> combo -> Objects.toString(combo.getValue(), "");
      case ChoiceBox<?> choice -> Objects.toString(choice.getValue(), "");
      case Slider slider -> Double.toString(slider.getValue());
      case Spinner<?> spinner -> Objects.toString(spinner.getValue(), "");
      case ProgressIndicator progress -> Double.toString(progress.getProgress());
      default -> "";
    };
  }
}
