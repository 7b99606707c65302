package dev.plantwright.plugins.namespace;

import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.ValueRef;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.api.controls.Section;
import dev.plantwright.live.History;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Reading;
import dev.plantwright.sites.mqtt.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything about the value row that was chosen last: in the namespace, a chart, a table. */
final class DetailsPart implements Part {
  private final Live live;
  private final DetailsHead head;
  private final PayloadView payload = new PayloadView();
  private final PropertiesView properties = new PropertiesView();
  private final HistoryView history = new HistoryView(this::showMessage);
  private final DifferenceView difference = new DifferenceView();
  private final EmptyState nothing =
      new EmptyState(
          "mdi2c-card-text-outline",
          "Nothing chosen",
          "Choose a topic to see its payload, properties and history.",
          List.of());
  private final ScrollPane scroll;
  private final StackPane root = new StackPane();
  private Optional<ValueRef> shown = Optional.empty();
  private Optional<History> messages = Optional.empty();
  private List<Message> seen = List.of();

  DetailsPart(PartContext context) {
    this.live = context.workbench().live();
    this.head = new DetailsHead(context.workbench());
    VBox all =
        new VBox(
            head.node(),
            new Section("Payload", payload.node(), payload.choice(), payload.size()),
            new Section("MQTT properties", properties.node(), properties.summary()),
            new Section("History", history.node(), history.summary()),
            new Section("Difference", difference.node(), difference.summary()));
    all.getStyleClass().add("details");
    scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setId("part/details/body");
    root.getStylesheets().add(NamespacePart.class.getResource("namespace.css").toExternalForm());
    root.getChildren().add(nothing);
    context.scope().own(this::close);
    context
        .scope()
        .listen(
            context.workbench().focus(),
            focus -> focus.selected(ValueRef.class).stream().findFirst().ifPresent(this::show));
    Optional.ofNullable(context.state().get("value")).map(ValueRef::parse).ifPresent(this::show);
    context.workbench().frames().paint(context.scope(), root, 5, this::frame);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Map<String, String> state() {
    return shown.map(ref -> Map.of("value", ref.toString())).orElse(Map.of());
  }

  void show(ValueRef ref) {
    if (shown.filter(ref::equals).isPresent()) {
      return;
    }
    boolean sameTopic = messages.filter(h -> h.topic().equals(ref.topic())).isPresent();
    shown = Optional.of(ref);
    if (!sameTopic) {
      close();
      messages = Optional.of(live.history(ref.topic()));
    }
    seen = List.of();
    history.begin(ref.member().orElse(""), meaning(ref));
    root.getChildren().setAll(scroll);
    frame();
  }

  private void frame() {
    if (shown.isEmpty()) {
      return;
    }
    ValueRef ref = shown.get();
    int row = live.latest().find(ref.topic(), ref.member().orElse(""));
    Optional<Reading> reading =
        row == Latest.NONE ? Optional.empty() : Optional.of(live.latest().read(row));
    head.show(ref, reading, meaning(ref));
    List<Message> now = messages.map(History::messages).orElse(List.of());
    if (now != seen) {
      seen = now;
      history.show(now, reading.map(Reading::count).orElse(0L));
    }
  }

  /** The message that the lower sections are about, and the one before it in the history. */
  private void showMessage(Optional<Message> message, Optional<Message> before) {
    String member = shown.flatMap(ValueRef::member).orElse("");
    payload.show(message, member);
    properties.show(message);
    difference.show(before, message);
  }

  private Meaning meaning(ValueRef ref) {
    int row = live.latest().find(ref.topic(), ref.member().orElse(""));
    return row == Latest.NONE ? Meaning.UNKNOWN : live.meanings().of(live.latest().path(row));
  }

  private void close() {
    messages.ifPresent(History::close);
    messages = Optional.empty();
  }
}
