package dev.plantwright.engine.broker.retained;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One value a topic, found by topic filter. Confined to one thread. */
final class RetainedTree<T> {
  private final Node<T> root = new Node<>();
  private int size;

  private static final class Node<T> {
    private Map<String, Node<T>> children = Map.of();
    private T value;

    private Node<T> child(String level) {
      if (children.isEmpty()) {
        children = new HashMap<>(4);
      }
      return children.computeIfAbsent(level, _ -> new Node<>());
    }
  }

  /** Puts the value and gives back what was there before, or null. */
  T put(String topic, T value) {
    Node<T> node = root;
    int from = 0;
    for (int slash = topic.indexOf('/'); slash >= 0; slash = topic.indexOf('/', from)) {
      node = node.child(topic.substring(from, slash));
      from = slash + 1;
    }
    node = node.child(topic.substring(from));
    T before = node.value;
    node.value = value;
    size += before == null ? 1 : 0;
    return before;
  }

  /** Takes the value away and gives it back, or null. */
  T remove(String topic) {
    T before = remove(root, topic, 0);
    size -= before == null ? 0 : 1;
    return before;
  }

  private static <T> T remove(Node<T> node, String topic, int from) {
    int slash = topic.indexOf('/', from);
    String level = slash < 0 ? topic.substring(from) : topic.substring(from, slash);
    Node<T> child = node.children.get(level);
    if (child == null) {
      return null;
    }
    T before;
    if (slash < 0) {
      before = child.value;
      child.value = null;
    } else {
      before = remove(child, topic, slash + 1);
    }
    if (child.value == null && child.children.isEmpty()) {
      node.children.remove(level);
    }
    return before;
  }

  int size() {
    return size;
  }

  /** Calls for each value whose topic the filter matches. */
  void match(String filter, Consumer<T> each) {
    match(root, filter, 0, true, each);
  }

  private static <T> void match(
      Node<T> node, String filter, int from, boolean atRoot, Consumer<T> each) {
    if (from > filter.length()) {
      visit(node, each);
      return;
    }
    int slash = filter.indexOf('/', from);
    int end = slash < 0 ? filter.length() : slash;
    String level = filter.substring(from, end);
    switch (level) {
      case "#" -> all(node, atRoot, each);
      case "+" ->
          node.children.forEach(
              (name, child) -> {
                if (!atRoot || !name.startsWith("$")) {
                  match(child, filter, end + 1, false, each);
                }
              });
      default -> {
        Node<T> child = node.children.get(level);
        if (child != null) {
          match(child, filter, end + 1, false, each);
        }
      }
    }
  }

  private static <T> void all(Node<T> node, boolean atRoot, Consumer<T> each) {
    visit(node, each);
    node.children.forEach(
        (name, child) -> {
          if (!atRoot || !name.startsWith("$")) {
            all(child, false, each);
          }
        });
  }

  private static <T> void visit(Node<T> node, Consumer<T> each) {
    if (node.value != null) {
      each.accept(node.value);
    }
  }
}
