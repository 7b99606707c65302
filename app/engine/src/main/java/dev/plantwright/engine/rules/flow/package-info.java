/** A running rule: inbox, worker, what is done to results, status. */
package dev.plantwright.engine.rules.flow;
