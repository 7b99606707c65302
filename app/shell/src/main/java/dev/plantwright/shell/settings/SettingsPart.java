package dev.plantwright.shell.settings;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Setting;
import dev.plantwright.api.controls.Segmented;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All settings by group, with search. */
public final class SettingsPart implements Part {
  private static final String ALL = "All";
  private static final String CHANGED = "Changed";

  private final TextField search = new TextField();
  private final Label count = new Label();
  private final VBox page = new VBox();
  private final List<SettingRow<?>> rows;
  private final SettingsStore store;
  private final Segmented which = new Segmented(List.of(ALL, CHANGED), ALL, c -> show());
  private final VBox node;

  /**
   * @param settings in any order; those of a group are put together
   */
  public SettingsPart(PartContext context, List<Setting<?>> settings, SettingsStore store) {
    this.store = store;
    rows =
        settings.stream()
            .<SettingRow<?>>map(s -> new SettingRow<>(s, store, context.scope()))
            .toList();
    search.setId("part/settings/search");
    search.setPromptText("Search settings");
    search.getStyleClass().add("compact");
    search.textProperty().addListener((o, before, text) -> show());
    HBox.setHgrow(search, Priority.ALWAYS);
    count.setId("part/settings/count");
    count.getStyleClass().addAll("muted", "dense");
    count.setMinWidth(Label.USE_PREF_SIZE);
    HBox bar = new HBox(search, count, which);
    bar.getStyleClass().add("part-toolbar");
    page.getStyleClass().add("settings-page");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    Label footer = new Label("Takes effect at once. Kept in settings.json of the user folder.");
    footer.getStyleClass().addAll("muted", "settings-footer");
    footer.setMaxWidth(Double.MAX_VALUE);
    node = new VBox(bar, scroll, footer);
    show();
  }

  private void show() {
    List<SettingRow<?>> shown = rows.stream().filter(r -> isWanted(r.setting())).toList();
    page.getChildren().clear();
    for (String name : shown.stream().map(r -> r.setting().group()).distinct().toList()) {
      Label heading = new Label(name);
      heading.getStyleClass().addAll("title", "settings-group");
      page.getChildren().add(heading);
      shown.stream().filter(r -> r.setting().group().equals(name)).forEach(page.getChildren()::add);
    }
    count.setText("%d of %d settings".formatted(shown.size(), rows.size()));
    if (shown.isEmpty()) {
      Label nothing = new Label("No setting matches.");
      nothing.getStyleClass().addAll("muted", "settings-group");
      page.getChildren().add(nothing);
    }
  }

  private boolean isWanted(Setting<?> setting) {
    String all =
        String.join(" ", setting.group(), setting.title(), setting.help(), setting.id())
            .toLowerCase(Locale.ROOT);
    boolean found =
        Arrays.stream(search.getText().toLowerCase(Locale.ROOT).strip().split(" +"))
            .allMatch(all::contains);
    return found && (which.chosen().equals(ALL) || store.chosen(setting).get());
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    search.requestFocus();
  }
}
