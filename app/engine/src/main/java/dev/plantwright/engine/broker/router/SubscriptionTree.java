package dev.plantwright.engine.broker.router;

import dev.plantwright.engine.broker.message.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Topic filters by level. Confined to one thread; filters and topics were checked before. */
final class SubscriptionTree<T> {
  private final Node<T> root = new Node<>();
  private int size;

  private static final class Node<T> {
    private final Map<String, Node<T>> children = new HashMap<>(4);
    private final List<T> ending = new ArrayList<>(1);
    private final List<T> below = new ArrayList<>(0);

    private boolean isEmpty() {
      return children.isEmpty() && ending.isEmpty() && below.isEmpty();
    }
  }

  void add(String filter, T value) {
    Node<T> node = root;
    for (int from = 0; ; ) {
      int slash = filter.indexOf('/', from);
      String level = slash < 0 ? filter.substring(from) : filter.substring(from, slash);
      if (level.equals("#")) {
        node.below.add(value);
        break;
      }
      node = node.children.computeIfAbsent(level, _ -> new Node<>());
      if (slash < 0) {
        node.ending.add(value);
        break;
      }
      from = slash + 1;
    }
    size++;
  }

  boolean remove(String filter, T value) {
    boolean removed = remove(root, filter, 0, value);
    size -= removed ? 1 : 0;
    return removed;
  }

  private static <T> boolean remove(Node<T> node, String filter, int from, T value) {
    int slash = filter.indexOf('/', from);
    String level = slash < 0 ? filter.substring(from) : filter.substring(from, slash);
    if (level.equals("#")) {
      return node.below.remove(value);
    }
    Node<T> child = node.children.get(level);
    if (child == null) {
      return false;
    }
    boolean removed =
        slash < 0 ? child.ending.remove(value) : remove(child, filter, slash + 1, value);
    if (child.isEmpty()) {
      node.children.remove(level);
    }
    return removed;
  }

  int size() {
    return size;
  }

  /** Calls for each filter that matches, a value as often as it was added. */
  void match(String topic, Consumer<T> each) {
    match(root, topic, 0, !Topics.reserved(topic), each);
  }

  private static <T> void match(
      Node<T> node, String topic, int from, boolean wildcards, Consumer<T> each) {
    if (wildcards) {
      node.below.forEach(each);
    }
    if (from > topic.length()) {
      node.ending.forEach(each);
      return;
    }
    int slash = topic.indexOf('/', from);
    int end = slash < 0 ? topic.length() : slash;
    Node<T> exact = node.children.get(topic.substring(from, end));
    if (exact != null) {
      match(exact, topic, end + 1, true, each);
    }
    Node<T> any = wildcards ? node.children.get("+") : null;
    if (any != null) {
      match(any, topic, end + 1, true, each);
    }
  }
}
