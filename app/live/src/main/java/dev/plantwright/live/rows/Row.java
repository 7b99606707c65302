package dev.plantwright.live.rows;

import dev.plantwright.live.Meaning;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Reading;

/**
 * One visible row as it is at this moment.
 *
 * @param row handle in {@link dev.plantwright.live.Latest}
 * @param depth 0 for the rows at the top
 * @param name last level or member of the path
 * @param branch whether there are rows below it
 * @param topics value rows below it
 * @param perSecond values a second, of a branch the sum of all below
 * @param latestMs when a value last came, of a branch to any row below; 0 = never
 * @param match whether the query matches it
 * @param matches how many rows below match
 */
public record Row(
    int row,
    int depth,
    String name,
    boolean branch,
    boolean expanded,
    Reading reading,
    Meaning meaning,
    Quality quality,
    int topics,
    double perSecond,
    long latestMs,
    boolean match,
    int matches) {}
