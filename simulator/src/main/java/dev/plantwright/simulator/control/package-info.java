/** The control door: REST on loopback for whoever drives the simulation. */
package dev.plantwright.simulator.control;
