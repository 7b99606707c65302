/** What simulated signals are at a moment of simulated time: no I/O, no threads, no clock. */
package dev.plantwright.simulator.model;
