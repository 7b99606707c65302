/** Northbound applications: what carries readings out of the gateway and requests into it. */
package dev.plantwright.engine.gateway.north;
