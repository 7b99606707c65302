package dev.plantwright.plugins.rules;

import dev.plantwright.api.Document;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A file of the plant edited as text: read, typed in, and read again when others wrote to it. */
final class OpenFile {
  private static final long SAME_EDIT_MS = 1_000;

  private final PartContext context;
  private final Workbench workbench;
  private final String file;
  private final BiConsumer<String, Boolean> onText;
  private Optional<Document<String>> document = Optional.empty();
  private long typedMs;

  /**
   * @param onText told every text and whether it is edited
   * @param onFailure told in a sentence that the file cannot be read
   */
  OpenFile(PartContext context, BiConsumer<String, Boolean> onText, Consumer<String> onFailure) {
    this.context = context;
    this.workbench = context.workbench();
    this.file = context.argument().orElseThrow();
    this.onText = onText;
    workbench
        .read(file)
        .then(this::opened)
        .failed(e -> onFailure.accept("Cannot read %s: %s.".formatted(file, e.getMessage())));
  }

  String file() {
    return file;
  }

  Optional<Document<String>> document() {
    return document;
  }

  /** Takes a text the user is typing: what is typed in one go is undone in one go. */
  void type(String label, String next) {
    long now = workbench.live().nowMs();
    boolean goesOn = now - typedMs < SAME_EDIT_MS;
    typedMs = now;
    document.ifPresent(
        d -> {
          if (goesOn) {
            d.extend(label, next);
          } else {
            d.edit(label, next);
          }
        });
  }

  private void opened(String text) {
    Document<String> opened = new Document<>(file, text, t -> t);
    document = Optional.of(opened);
    context.scope().listen(opened.value(), t -> tell(opened));
    context.scope().listen(opened.edited(), e -> tell(opened));
    context.scope().listen(workbench.plant(), p -> reload(opened));
  }

  private void tell(Document<String> opened) {
    onText.accept(opened.value().get(), opened.edited().get());
  }

  private void reload(Document<String> opened) {
    if (opened.edited().get()) {
      return;
    }
    workbench
        .read(file)
        .then(
            text -> {
              if (!opened.edited().get() && !text.equals(opened.value().get())) {
                opened.reload(text);
              } else {
                tell(opened);
              }
            })
        .failed(e -> {});
  }
}
