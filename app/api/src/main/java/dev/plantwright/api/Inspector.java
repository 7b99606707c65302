package dev.plantwright.api;

import java.util.function.BiFunction;
import javafx.scene.Node;

/** Shows the properties of a selected thing of a type in the Properties part. */
public record Inspector<T>(Class<T> type, String title, BiFunction<T, Workbench, Node> view) {}
