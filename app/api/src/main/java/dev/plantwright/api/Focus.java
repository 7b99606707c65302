package dev.plantwright.api;

import java.util.List;
import java.util.Optional;

/**
 * What the user is looking at: an immutable snapshot.
 *
 * @param partId such as {@code namespace} or {@code tags:filler}
 * @param file the plant file of that part
 * @param selection what is selected in it: {@link ValueRef}, {@link TagRef}, {@link FileRef}, ...
 */
public record Focus(
    Optional<String> partId, Optional<Part> part, Optional<String> file, List<?> selection) {
  public static final Focus NOTHING =
      new Focus(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  public Focus {
    selection = List.copyOf(selection);
  }

  /** The selected things of a type, in order. */
  public <T> List<T> selected(Class<T> type) {
    return selection.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Whether the part with the focus is of this type. */
  public boolean in(String partType) {
    return partId.filter(id -> id.equals(partType) || id.startsWith(partType + ":")).isPresent();
  }
}
