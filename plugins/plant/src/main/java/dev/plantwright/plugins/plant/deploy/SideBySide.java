package dev.plantwright.plugins.plant.deploy;

import java.util.ArrayList;
import java.util.List;

/** Puts the lines of two texts beside each other, equal ones in the same row. */
final class SideBySide {
  private static final int MOST = 1_000;

  private SideBySide() {}

  /** Pairs of lines; an empty text stands where one side has none. */
  static List<String[]> of(List<String> left, List<String> right) {
    if ((long) left.size() * right.size() > MOST * MOST) {
      return plain(left, right);
    }
    int[][] common = common(left, right);
    List<String[]> rows = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      if (left.get(i).equals(right.get(j))) {
        rows.add(new String[] {left.get(i++), right.get(j++)});
      } else if (common[i + 1][j + 1] == common[i][j]) {
        rows.add(new String[] {left.get(i++), right.get(j++)});
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        rows.add(new String[] {left.get(i++), ""});
      } else {
        rows.add(new String[] {"", right.get(j++)});
      }
    }
    for (; i < left.size(); i++) {
      rows.add(new String[] {left.get(i), ""});
    }
    for (; j < right.size(); j++) {
      rows.add(new String[] {"", right.get(j)});
    }
    return rows;
  }

  private static List<String[]> plain(List<String> left, List<String> right) {
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      rows.add(
          new String[] {i < left.size() ? left.get(i) : "", i < right.size() ? right.get(i) : ""});
    }
    return rows;
  }

  /** Length of the longest common subsequence of what is left from i and j on. */
  private static int[][] common(List<String> left, List<String> right) {
    int[][] length = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        length[i][j] =
            left.get(i).equals(right.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }
}
