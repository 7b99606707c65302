package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.Document;
import dev.plantwright.api.Notice;
import dev.plantwright.api.TagRef;
import dev.plantwright.api.ValueRef;
import dev.plantwright.field.DataType;
import dev.plantwright.plant.Tag;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.doors.Doors;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import tools.jackson.databind.JsonNode;

/** What cells ask for: readings, edits of the file, writes to the device, explanations. */
final class TagActions implements TagGrid.Actions {
  private final TagsPart part;

  TagActions(TagsPart part) {
    this.part = part;
  }

  @Override
  public Reading reading(Line line) {
    return switch (line) {
      case Line.Bar bar -> Reading.NONE;
      case Line.Gone gone -> part.reading(gone.ref());
      case Line.Entry entry -> isAdded(entry) ? Reading.NONE : part.reading(entry.ref());
    };
  }

  private static boolean isAdded(Line.Entry entry) {
    return entry.change().filter(c -> c.kind() == Change.Kind.ADDED).isPresent();
  }

  @Override
  public EditCell.Sink edit(String column) {
    return column.equals("address") ? new AddressSink() : (entry, text) -> set(entry, column, text);
  }

  @SuppressWarnings("unchecked")
  private void set(Line.Entry entry, String column, String text) {
    part.document()
        .map(d -> (Document<String>) d)
        .ifPresent(d -> new TagEdits(d).set(entry, column, text));
  }

  @Override
  public void fold(String group) {
    part.toolbar().fold(group);
  }

  @Override
  public void remove() {
    part.remove();
  }

  @Override
  public List<ValueRef> topics() {
    return part.topics();
  }

  @Override
  public EditCell.Sink write() {
    return this::write;
  }

  /** Writes through the gateway; what goes wrong is told. */
  private void write(Line.Entry entry, String text) {
    TagRef ref = entry.ref();
    Optional<Doors> doors = part.workbench().site().doors().getValue();
    DataType type = entry.tag().map(Tag::type).orElseThrow();
    try {
      JsonNode value = TagWrite.value(type, text);
      if (doors.isEmpty()) {
        throw new IllegalArgumentException("The site is not running. Start it first.");
      }
      part.workbench()
          .jobs()
          .start(
              "Write " + text + " to " + ref.tag(),
              progress -> {
                doors.get().neuron().write(ref.node(), ref.group(), ref.tag(), value);
                return null;
              })
          .failed(e -> refused(ref, TagWrite.why(e)));
    } catch (IllegalArgumentException e) {
      refused(ref, e.getMessage());
    }
  }

  private void refused(TagRef ref, String why) {
    part.workbench().tell(Notice.error(ref.tag() + " was not written", why));
  }

  /** Hangs the explainer below the address while it is typed. */
  private final class AddressSink implements EditCell.Sink {
    @Override
    public void begin(EditCell cell, Line.Entry entry, TextField field) {
      field.textProperty().addListener((o, was, is) -> explain(cell, entry, is));
      explain(cell, entry, field.getText());
    }

    private void explain(EditCell cell, Line.Entry entry, String text) {
      Bounds bounds = part.body().sceneToLocal(cell.localToScene(cell.getBoundsInLocal()));
      part.draft()
          .flatMap(draft -> Explanation.of(draft, entry.row(), text, running(entry)))
          .ifPresentOrElse(
              words ->
                  part.explainer()
                      .show(words, bounds, part.body().getWidth(), part.body().getHeight()),
              part.explainer()::hide);
    }

    @Override
    public void end() {
      part.explainer().hide();
    }

    @Override
    public void apply(Line.Entry entry, String text) {
      set(entry, "address", text);
    }
  }

  /** The site runs a changed tag with what it was before, others as the saved file says. */
  private Optional<Explanation.Running> running(Line.Entry entry) {
    String raw = reading(entry).raw();
    Optional<Change> change =
        entry.change().filter(c -> c.kind() == Change.Kind.CHANGED && c.before().isPresent());
    if (change.isPresent()) {
      Line.Gone before = new Line.Gone(entry.ref(), change.get());
      return Optional.of(new Explanation.Running(before.piece(0), before.piece(1), raw));
    }
    TagRef ref = entry.ref();
    return part.workbench()
        .plant()
        .getValue()
        .flatMap(plant -> plant.driver(ref.node()))
        .flatMap(node -> node.tag(ref.group(), ref.tag()))
        .map(tag -> new Explanation.Running(tag.address(), tag.type().name(), raw));
  }
}
