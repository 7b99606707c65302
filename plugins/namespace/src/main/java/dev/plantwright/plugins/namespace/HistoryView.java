package dev.plantwright.plugins.namespace;

import dev.plantwright.live.Format;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.PayloadReader;
import dev.plantwright.live.Value;
import dev.plantwright.sites.mqtt.Message;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/**
 * The messages that carried the chosen row, newest first, with the change to the one before. The
 * newest is shown below until another is picked.
 */
final class HistoryView {
  /**
   * One message.
   *
   * @param change to the message before; NaN if there is none or it is no number
   */
  record Entry(Message message, Value value, double change) {}

  private final PayloadReader reader = new PayloadReader();
  private final TableView<Entry> table = new TableView<>();
  private final Label summary = new Label();
  private final BiConsumer<Optional<Message>, Optional<Message>> onMessage;
  private String member = "";
  private Meaning meaning = Meaning.UNKNOWN;
  private List<Message> messages = List.of();
  private Map<Message, Optional<Value>> values = new IdentityHashMap<>();
  private Optional<Message> picked = Optional.empty();
  private boolean filling;

  /**
   * @param onMessage told of the message to show and the one before it
   */
  HistoryView(BiConsumer<Optional<Message>, Optional<Message>> onMessage) {
    this.onMessage = onMessage;
    summary.getStyleClass().addAll("dense", "muted");
    summary.setMinWidth(Region.USE_PREF_SIZE);
    table.setId("part/details/history");
    table.setPrefHeight(26 + 5 * 24);
    table.setMinHeight(26 + 3 * 24);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label none = new Label("No message yet.");
    none.getStyleClass().addAll("dense", "subtle");
    table.setPlaceholder(none);
    ZoneId zone = ZoneId.systemDefault();
    TableColumn<Entry, String> time =
        column("Time", 108, false, e -> Format.clock(e.message().receivedMillis(), zone));
    time.getStyleClass().add("mono");
    time.setMinWidth(108);
    column("Value", 80, true, e -> meaning.show(e.value()));
    column("Change", 76, true, this::change);
    TableColumn<Entry, String> bytes =
        column("Bytes", 60, true, e -> Format.count(e.message().payload().length));
    table
        .widthProperty()
        .addListener((observable, before, width) -> bytes.setVisible(width.doubleValue() > 310));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((observable, before, after) -> picked(after));
  }

  Node node() {
    return table;
  }

  Node summary() {
    return summary;
  }

  /** Another row is shown from now on. */
  void begin(String newMember, Meaning newMeaning) {
    member = newMember;
    meaning = newMeaning;
    picked = Optional.empty();
    messages = List.of();
    values = new IdentityHashMap<>();
    table.getItems().clear();
    summary.setText("");
    onMessage.accept(Optional.empty(), Optional.empty());
  }

  /**
   * Shows the messages of the topic, newest first.
   *
   * @param counted how many values came since the site is looked at
   */
  void show(List<Message> newest, long counted) {
    filling = true;
    messages = newest;
    List<Entry> entries = entries(newest);
    table.getItems().setAll(entries);
    summary.setText(summary(entries.size(), counted));
    Optional<Entry> chosen =
        entries.stream().filter(e -> picked.filter(p -> p == e.message()).isPresent()).findFirst();
    table.getSelectionModel().clearSelection();
    chosen.ifPresent(table.getSelectionModel()::select);
    filling = false;
    tell(chosen.or(() -> entries.stream().findFirst()));
  }

  private static String summary(int shown, long counted) {
    return counted > shown
        ? "last " + shown + " of " + Format.count(counted)
        : shown == 1 ? "1 message" : shown + " messages";
  }

  private List<Entry> entries(List<Message> newest) {
    Map<Message, Optional<Value>> known = values;
    values = new IdentityHashMap<>();
    for (Message message : newest) {
      Optional<Value> value = known.get(message);
      values.put(message, value == null ? reader.value(message.payload(), member) : value);
    }
    List<Message> carrying = newest.stream().filter(m -> values.get(m).isPresent()).toList();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < carrying.size(); i++) {
      Value value = values.get(carrying.get(i)).orElseThrow();
      double before =
          i + 1 < carrying.size()
              ? values.get(carrying.get(i + 1)).orElseThrow().asNumber()
              : Double.NaN;
      entries.add(new Entry(carrying.get(i), value, value.asNumber() - before));
    }
    return entries;
  }

  private void picked(Entry entry) {
    if (!filling && entry != null) {
      boolean newest = entry == table.getItems().getFirst();
      picked = newest ? Optional.empty() : Optional.of(entry.message());
      tell(Optional.of(entry));
    }
  }

  private void tell(Optional<Entry> entry) {
    Optional<Message> message = entry.map(Entry::message);
    int index = entry.map(e -> table.getItems().indexOf(e)).orElse(-1);
    boolean before = index >= 0 && index + 1 < table.getItems().size();
    onMessage.accept(
        message.or(() -> messages.stream().findFirst()),
        before ? Optional.of(table.getItems().get(index + 1).message()) : Optional.empty());
  }

  private String change(Entry entry) {
    if (Double.isNaN(entry.change())) {
      return "";
    }
    OptionalInt decimals =
        meaning.decimals().isEmpty() && entry.value() instanceof Value.Whole
            ? OptionalInt.of(0)
            : meaning.decimals();
    return Format.change(entry.change(), decimals);
  }

  private TableColumn<Entry, String> column(
      String title, double width, boolean number, Function<Entry, String> text) {
    TableColumn<Entry, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(f -> new ReadOnlyStringWrapper(text.apply(f.getValue())));
    if (number) {
      column.getStyleClass().add("number");
    }
    table.getColumns().add(column);
    return column;
  }
}
