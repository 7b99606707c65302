/** Where rows come from; a new type is a case in Sources. */
package dev.plantwright.engine.rules.source;
