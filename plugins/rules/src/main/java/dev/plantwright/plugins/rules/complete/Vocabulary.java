package dev.plantwright.plugins.rules.complete;

import dev.plantwright.sql.ast.Window;
import dev.plantwright.sql.function.Argument;
import dev.plantwright.sql.function.Function;
import dev.plantwright.sql.function.Functions;
import dev.plantwright.sql.function.Signature;
import dev.plantwright.sql.lexer.Symbol;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keywords, windows and functions of the language. */
final class Vocabulary {
  private static final Map<Window.Kind, String> WINDOWS =
      Map.of(
          Window.Kind.TUMBLINGWINDOW, "unit, length",
          Window.Kind.HOPPINGWINDOW, "unit, length, step",
          Window.Kind.SESSIONWINDOW, "unit, length, timeout",
          Window.Kind.SLIDINGWINDOW, "unit, length, delay?",
          Window.Kind.COUNTWINDOW, "rows, step?",
          Window.Kind.STATEWINDOW, "begin, emit");

  private static final List<Proposal> ALL =
      Stream.of(functions(), windows(), keywords()).flatMap(s -> s).toList();

  private Vocabulary() {}

  static List<Proposal> all() {
    return ALL;
  }

  private static Stream<Proposal> functions() {
    return Functions.all().stream()
        .sorted(Comparator.comparing(Function::name))
        .map(f -> call(f.name(), arguments(f.signature()), kind(f.name())));
  }

  private static Stream<Proposal> windows() {
    return Arrays.stream(Window.Kind.values())
        .map(w -> call(w.name(), WINDOWS.getOrDefault(w, ""), "window"));
  }

  private static Stream<Proposal> keywords() {
    return Arrays.stream(Symbol.values())
        .filter(s -> s.isKeyword() && !s.isTimeUnit())
        .map(s -> Proposal.keyword(s.name()));
  }

  private static Proposal call(String name, String arguments, String type) {
    int back = arguments.isEmpty() ? 0 : 1;
    return new Proposal(
        Proposal.Kind.FUNCTION, name + "(" + arguments + ")", name + "()", back, type, "");
  }

  private static String kind(String name) {
    return Functions.kind(name) == null
        ? "function"
        : Functions.kind(name).name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Such as {@code any, bool?} or {@code string, ...}. */
  private static String arguments(Signature signature) {
    List<Argument> arguments = signature.arguments();
    String listed =
        java.util.stream.IntStream.range(0, arguments.size())
            .mapToObj(i -> arguments.get(i).shown().replaceFirst(" - .*", "") + mark(signature, i))
            .collect(Collectors.joining(", "));
    return signature.most() == Signature.ANY_NUMBER ? listed + ", ..." : listed;
  }

  private static String mark(Signature signature, int index) {
    return index >= signature.least() && signature.most() != Signature.ANY_NUMBER ? "?" : "";
  }
}
