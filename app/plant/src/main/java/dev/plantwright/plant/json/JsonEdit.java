package dev.plantwright.plant.json;

import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.Member;
import dev.plantwright.plant.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of a JSON text that leave everything they do not mean as it is written. */
final class JsonEdit {
  private static final String STEP = "  ";

  private final JsonText document;
  private final String text;

  JsonEdit(JsonText document) {
    this.document = document;
    this.text = document.text();
  }

  String with(JsonPointer pointer, JsonValue value) {
    Optional<JsonValue> old = document.root().flatMap(pointer::in);
    if (old.isPresent()) {
      return old.get().sameAs(value) ? text : replace(old.get(), value);
    }
    if (pointer.isRoot() || document.root().isEmpty()) {
      return text;
    }
    Optional<JsonValue> parent = document.root().flatMap(pointer.parent()::in);
    if (parent.isEmpty()) {
      return with(pointer.parent(), JsonValue.of(Map.of(pointer.last(), value)));
    }
    return parent.get() instanceof JsonObject o ? addMember(o, pointer.last(), value) : text;
  }

  String without(JsonPointer pointer) {
    if (pointer.isRoot()) {
      return text;
    }
    Optional<JsonValue> parent = document.root().flatMap(pointer.parent()::in);
    return switch (parent.orElse(null)) {
      case JsonObject o when o.member(pointer.last()).isPresent() ->
          remove(
              o.span(),
              o.members().stream().map(JsonEdit::whole).toList(),
              o.members().indexOf(o.member(pointer.last()).get()));
      case JsonArray a when JsonPointer.index(pointer.last(), a.items().size()).isPresent() ->
          remove(
              a.span(),
              a.items().stream().map(JsonValue::span).toList(),
              Integer.parseInt(pointer.last()));
      case null, default -> text;
    };
  }

  String append(JsonPointer pointer, JsonValue item) {
    if (!(document.root().flatMap(pointer::in).orElse(null) instanceof JsonArray array)) {
      return with(pointer, JsonValue.of(List.of(item)));
    }
    String inner = indentOf(array.span().start()) + STEP;
    String printed = JsonPrinter.isFlat(item) ? flat(item) : JsonPrinter.pretty(item, inner);
    return add(array.span(), array.items().stream().map(JsonValue::span).toList(), printed);
  }

  private String addMember(JsonObject object, String name, JsonValue value) {
    String inner = indentOf(object.span().start()) + STEP;
    String printed = JsonPrinter.quote(name) + ": " + JsonPrinter.pretty(value, inner);
    return add(object.span(), object.members().stream().map(JsonEdit::whole).toList(), printed);
  }

  private String replace(JsonValue old, JsonValue value) {
    boolean onOneLine = old.span().of(text).indexOf('\n') < 0 && JsonPrinter.isFlat(value);
    String printed =
        onOneLine ? flat(value) : JsonPrinter.pretty(value, indentOf(old.span().start()));
    return splice(old.span(), printed);
  }

  private String add(Span container, List<Span> items, String printed) {
    String indent = indentOf(container.start());
    if (items.isEmpty()) {
      String open = text.substring(container.start(), container.start() + 1);
      String close = text.substring(container.end() - 1, container.end());
      return splice(container, open + "\n" + indent + STEP + printed + "\n" + indent + close);
    }
    int end = items.getLast().end();
    int start = items.getLast().start();
    boolean ownLine = text.substring(lineStart(start), start).isBlank();
    String before = ownLine ? ",\n" + indentOf(start) : ", ";
    return splice(new Span(end, end), before + printed);
  }

  private String remove(Span container, List<Span> items, int index) {
    Span item = items.get(index);
    if (items.size() == 1) {
      return splice(new Span(container.start() + 1, container.end() - 1), "");
    }
    boolean last = index == items.size() - 1;
    return last
        ? splice(new Span(items.get(index - 1).end(), item.end()), "")
        : splice(new Span(item.start(), items.get(index + 1).start()), "");
  }

  private static Span whole(Member member) {
    return new Span(member.nameSpan().start(), member.value().span().end());
  }

  private static String flat(JsonValue value) {
    return JsonPrinter.oneLine(value, ", ", ": ");
  }

  private String splice(Span span, String replacement) {
    return text.substring(0, span.start()) + replacement + text.substring(span.end());
  }

  /** The blanks at the start of the line of an offset. */
  private String indentOf(int offset) {
    int start = lineStart(offset);
    int end = start;
    while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }
}
