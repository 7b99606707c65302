package dev.plantwright.sites.launch;

import java.util.List;

/**
 * The arguments of one start of a child.
 *
 * @param notes what to tell the user when it runs, such as a port that had to be another one
 */
record Launch(List<String> arguments, List<String> notes) {}
