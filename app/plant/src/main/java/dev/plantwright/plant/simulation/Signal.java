package dev.plantwright.plant.simulation;

import java.util.Optional;

/**
 * Something that has a value at every moment.
 *
 * @param register where clients see it, if anywhere: then it is a <i>point</i>
 * @param unit may be empty
 * @param noise standard deviation of what is added to each value, 0 for none
 */
public record Signal(
    String name,
    Optional<Register> register,
    String unit,
    Behaviour behaviour,
    double noise,
    Optional<Gate> gate) {}
