package dev.plantwright.shell;

import dev.plantwright.api.Command;
import dev.plantwright.api.Document;
import dev.plantwright.api.FileKind;
import dev.plantwright.api.Finder;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Perspective;
import dev.plantwright.api.Setting;
import dev.plantwright.api.WorkbenchPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;

/**
 * A plugin as a stranger would write it: views, an editor, perspectives, a finder, a broken part.
 */
final class SamplePlugin implements WorkbenchPlugin {
  static final Setting<Integer> KEPT =
      Setting.of("sample.kept", "Namespace", "Kept messages", "Of each topic, in memory.", 200);

  final List<String> made = new ArrayList<>();
  final List<String> ended = new ArrayList<>();
  int painted;

  @Override
  public List<PartType> parts() {
    return List.of(
        PartType.view("plant", "Plant", "mdi2f-factory", PartPlace.LEFT, this::tree),
        PartType.view("sites", "Sites", "mdi2l-laptop", PartPlace.LEFT_BELOW, this::view),
        PartType.view("namespace", "Namespace", "mdi2f-file-tree", PartPlace.CENTER, this::view),
        PartType.view(
            "details", "Details", "mdi2f-file-document-outline", PartPlace.RIGHT, this::view),
        PartType.view("plan", "Plan", "mdi2s-sigma", PartPlace.CENTER_BELOW, this::view),
        PartType.view(
            "broken",
            "Broken",
            "mdi2f-flash",
            PartPlace.CENTER,
            c -> {
              throw new IllegalStateException("on purpose");
            }),
        PartType.editor("rule", "Rule", "mdi2f-filter-cog-outline", this::editor));
  }

  private Part view(PartContext context) {
    made.add("view");
    StackPane node = new StackPane();
    context.workbench().frames().paint(context.scope(), node, 30, () -> painted++);
    context.scope().own(() -> ended.add("view"));
    return () -> node;
  }

  private Part tree(PartContext context) {
    made.add("plant");
    TreeItem<String> root = new TreeItem<>("bottling-line");
    root.setExpanded(true);
    for (String name : List.of("Gateways", "Streams", "Rules", "Charts", "Simulation")) {
      root.getChildren().add(new TreeItem<>(name));
    }
    TreeView<String> tree = new TreeView<>(root);
    tree.setId("part/plant/tree");
    return new Part() {
      @Override
      public Node node() {
        return tree;
      }

      @Override
      public List<String> tools() {
        return List.of("sample.filter");
      }

      @Override
      public Map<String, String> state() {
        return Map.of("filter", context.state().getOrDefault("filter", "all"));
      }
    };
  }

  private Part editor(PartContext context) {
    made.add(context.argument().orElse(""));
    context.scope().own(() -> ended.add(context.argument().orElse("")));
    return new RuleEditor(context);
  }

  /** Edits a file as text; has its document when the file is read, as real ones do. */
  private static final class RuleEditor implements Part {
    private final TextArea area = new TextArea();
    private final PartContext context;
    private Optional<Document<?>> document = Optional.empty();

    RuleEditor(PartContext context) {
      this.context = context;
      area.setId("part/rule/editor");
      context
          .workbench()
          .read(context.argument().orElseThrow())
          .then(this::opened)
          .failed(e -> opened("SELECT *"));
    }

    private void opened(String text) {
      Document<String> opened = new Document<>(context.argument().orElseThrow(), text, t -> t);
      document = Optional.of(opened);
      context.scope().listen(opened.value(), area::setText);
      area.textProperty().addListener((o, before, typed) -> opened.edit("Type", typed));
    }

    @Override
    public Node node() {
      return area;
    }

    @Override
    public Optional<Document<?>> document() {
      return document;
    }
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("sample.filter", "Filter Things", (f, w) -> {})
            .icon("mdi2f-filter-outline")
            .keys("Ctrl+Alt+F")
            .menu("Plant"),
        Command.of(
                "sample.throws",
                "Throw Something",
                (f, w) -> {
                  throw new IllegalStateException("thrown");
                })
            .menu("Plant"),
        Command.of("site.deploy", "Deploy Changes", (f, w) -> {})
            .icon("mdi2r-rocket-launch-outline")
            .keys("Ctrl+F11")
            .menu("Site"));
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(
        KEPT,
        Setting.of("sample.wait", "Gateway", "Reconnect after", "Seconds; doubles up to 60.", 1.0),
        Setting.of("sample.folder", "Gateway", "Folder", "Empty: that of the plant.", ""));
  }

  @Override
  public List<Perspective> perspectives() {
    return List.of(
        new Perspective(
            "namespace",
            "Namespace",
            "mdi2f-file-tree",
            1,
            Map.of(
                PartPlace.LEFT, List.of("plant"),
                PartPlace.LEFT_BELOW, List.of("sites"),
                PartPlace.CENTER, List.of("namespace"),
                PartPlace.RIGHT, List.of("details"),
                PartPlace.BOTTOM, List.of("problems", "progress", "log"))),
        new Perspective(
            "rules",
            "Rules",
            "mdi2f-filter-cog-outline",
            3,
            Map.of(
                PartPlace.LEFT, List.of("plant"),
                PartPlace.CENTER_BELOW, List.of("plan"),
                PartPlace.BOTTOM, List.of("problems"))));
  }

  @Override
  public List<FileKind> files() {
    return List.of(
        new FileKind(
            "rule",
            "Rule",
            "mdi2f-filter-cog-outline",
            "rules/*.json",
            "rule",
            Optional.of("{\"id\":\"${name}\"}")));
  }

  @Override
  public List<Finder> finders() {
    return List.of(
        new Finder(
            "topic",
            "mdi2t-tag-outline",
            (typed, workbench) -> {
              ObservableValue<?> nothing = workbench.focus();
              return nothing == null
                  ? List.of()
                  : List.of(
                      new Finder.Found("filler/temperature", "83.4 C", () -> made.add("topic")));
            }));
  }
}
