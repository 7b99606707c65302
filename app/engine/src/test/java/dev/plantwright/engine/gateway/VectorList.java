package dev.plantwright.engine.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Records that are excused, from {@code neuron-vectors.txt}: {@code FROM[-TO] KIND reason}.
 *
 * @param left not replayed at all, and not applicable
 */
record VectorList(Set<Integer> pending, Set<Integer> foreign, Set<Integer> left) {
  static VectorList read() {
    VectorList list = new VectorList(new HashSet<>(), new HashSet<>(), new HashSet<>());
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                VectorList.class.getResourceAsStream("neuron-vectors.txt"),
                StandardCharsets.UTF_8))) {
      lines.lines().map(String::strip).filter(line -> line.matches("\\d.*")).forEach(list::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  private void add(String line) {
    String[] words = line.split("\\s+", 3);
    String[] range = words[0].split("-");
    int last = Integer.parseInt(range[range.length - 1]);
    Set<Integer> into =
        switch (words[1]) {
          case "not-yet" -> pending;
          case "not-applicable" -> foreign;
          case "left-out" -> left;
          default -> throw new IllegalArgumentException("What is " + line);
        };
    for (int seq = Integer.parseInt(range[0]); seq <= last; seq++) {
      into.add(seq);
    }
  }

  boolean notYet(int seq) {
    return pending.contains(seq);
  }

  boolean notApplicable(int seq) {
    return foreign.contains(seq) || left.contains(seq);
  }

  boolean leftOut(int seq) {
    return left.contains(seq);
  }
}
