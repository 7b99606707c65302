/**
 * What is wrong with tags, nodes, rules, charts and the plant as a whole. A new check goes here.
 */
package dev.plantwright.plant.check;
