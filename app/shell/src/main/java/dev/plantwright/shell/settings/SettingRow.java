package dev.plantwright.shell.settings;

import atlantafx.base.controls.ToggleSwitch;
import dev.plantwright.api.Scope;
import dev.plantwright.api.Setting;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Pills;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One setting: name, control, where its value comes from, reset. */
final class SettingRow<T> extends HBox {
  private final Setting<T> setting;
  private final SettingsStore store;
  private final Label mistake = new Label();
  private final HBox origin = new HBox();
  private final Button reset;
  private Runnable showValue = () -> {};

  SettingRow(Setting<T> setting, SettingsStore store, Scope scope) {
    this.setting = setting;
    this.store = store;
    getStyleClass().add("setting-row");
    reset = Buttons.icon("mdi2b-backup-restore", "Reset to " + setting.initial(), this::resetValue);
    reset.setId("setting/" + setting.id() + "/reset");
    HBox control = new HBox(control());
    control.getStyleClass().add("setting-control");
    origin.getStyleClass().add("setting-origin");
    VBox words = words();
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(words, control, origin, reset);
    scope.listen(store.value(setting), v -> show());
    scope.listen(store.chosen(setting), c -> show());
  }

  Setting<T> setting() {
    return setting;
  }

  private VBox words() {
    Label name = new Label(setting.title());
    name.getStyleClass().add("strong");
    mistake.getStyleClass().addAll("danger-text", "dense");
    mistake.setGraphicTextGap(4);
    Label help = new Label(setting.help());
    help.getStyleClass().addAll("muted", "dense");
    help.setWrapText(true);
    HBox first = new HBox(8, name, mistake);
    first.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(2, first, help);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(120);
    return words;
  }

  private Node control() {
    Node control =
        switch (setting.initial()) {
          case Boolean b -> toggle();
          case Object o when !setting.choices().isEmpty() -> choice();
          default -> field();
        };
    control.setId("setting/" + setting.id());
    control.setAccessibleText(setting.title());
    return control;
  }

  private Node toggle() {
    ToggleSwitch toggle = new ToggleSwitch();
    showValue = () -> toggle.setSelected(Boolean.TRUE.equals(store.value(setting).get()));
    toggle
        .selectedProperty()
        .addListener((o, before, on) -> SettingText.parseTruth(setting, on).ifPresent(this::set));
    return toggle;
  }

  private Node choice() {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(setting.choices());
    showValue = () -> box.setValue(store.value(setting).get());
    box.valueProperty().addListener((o, before, chosen) -> set(chosen));
    box.getStyleClass().add("compact");
    box.setPrefWidth(180);
    return box;
  }

  private Node field() {
    TextField field = new TextField();
    field.getStyleClass().add("compact");
    boolean number = setting.initial() instanceof Number;
    field.setPrefWidth(number ? 110 : 180);
    field.setMaxWidth(number ? 110 : 180);
    field.setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    showValue = () -> field.setText(String.valueOf(store.value(setting).get()));
    field.setOnAction(e -> typed(field));
    field
        .focusedProperty()
        .addListener(
            (o, before, focused) -> {
              if (!focused) {
                typed(field);
              }
            });
    return field;
  }

  private void typed(TextField field) {
    Optional<T> value = SettingText.parse(setting, field.getText());
    field.getStyleClass().remove("error");
    if (value.isPresent()) {
      tell("");
      set(value.get());
    } else {
      field.getStyleClass().add("error");
      tell(SettingText.mistake(setting));
    }
  }

  private void set(T value) {
    if (value != null && !value.equals(store.value(setting).get())) {
      store.set(setting, value);
    }
  }

  private void resetValue() {
    store.reset(setting);
    show();
  }

  private void show() {
    showValue.run();
    boolean chosen = store.chosen(setting).get();
    Label word = chosen ? Pills.pill("user", "neutral") : new Label("default");
    if (!chosen) {
      word.getStyleClass().addAll("subtle", "dense");
    }
    origin.getChildren().setAll(word);
    reset.setVisible(chosen);
    tell(store.refused(setting).map(text -> text + " is not taken").orElse(""));
  }

  private void tell(String wrong) {
    mistake.setText(wrong);
    var icon = Icons.row("mdi2c-close-octagon");
    icon.getStyleClass().add("danger");
    mistake.setGraphic(wrong.isEmpty() ? null : icon);
  }
}
