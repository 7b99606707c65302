package dev.plantwright.plugins.rules;

import dev.plantwright.api.Document;
import dev.plantwright.api.GoTo;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.code.CodeEditor;
import dev.plantwright.api.code.CodeEditor.Colour;
import dev.plantwright.api.controls.Banner;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/** A file of the plant as text, with colours and what is wrong in it. */
final class TextPart implements Part, GoTo {
  private final PartContext context;
  private final OpenFile file;
  private final DraftCheck check;
  private final Function<String, List<Colour>> colours;
  private final CodeEditor editor;
  private final Banner banner = new Banner();
  private final BorderPane root = new BorderPane();
  private Optional<Place> pending = Optional.empty();

  TextPart(PartContext context) {
    this.context = context;
    String path = context.argument().orElseThrow();
    context.title(title(path));
    colours = path.endsWith(".sql") ? SqlColours::of : JsonColours::of;
    editor = new CodeEditor(colours);
    editor.id("part/text/editor");
    editor.wrap(path.endsWith(".sql"));
    check = new DraftCheck(context, path, "text:" + path, this::checked);
    root.setTop(banner);
    root.setCenter(editor);
    root.setId("part/text/body");
    file = new OpenFile(context, this::show, this::unreadable);
    editor.onEdit(text -> file.type("Edit text", text));
  }

  /** The name of the file; of a node file that of its node. */
  private static String title(String path) {
    return path.endsWith("/node.json")
        ? RuleText.name(path.substring(0, path.lastIndexOf('/'))) + " node"
        : path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Optional<Document<?>> document() {
    return file.document().map(d -> d);
  }

  @Override
  public void focus() {
    editor.requestFocus();
  }

  @Override
  public void goTo(Place place) {
    if (file.document().isEmpty()) {
      pending = Optional.of(place);
    } else {
      editor.goTo(Math.max(1, place.line()), Math.max(1, place.column()));
    }
  }

  private void show(String text, boolean edited) {
    editor.text(text);
    check.changed(text, edited);
    pending.ifPresent(
        place -> {
          pending = Optional.empty();
          goTo(place);
        });
  }

  private void unreadable(String sentence) {
    editor.editable(false);
    banner.show(Banner.Tone.DANGER, sentence, List.of());
  }

  private void checked(List<Problem> found) {
    editor.marks(Marks.of(editor.text(), colours.apply(editor.text()), found));
    context.badge(found.size(), found.stream().anyMatch(p -> p.severity() == Severity.ERROR));
  }
}
